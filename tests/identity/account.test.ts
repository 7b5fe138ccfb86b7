import { describe, expect, it } from "vitest";
import { deliverMail } from "@/jobs/deliver-mail.ts";
import { changePassword } from "@/modules/identity/commands/change-password.ts";
import { confirmEmail } from "@/modules/identity/commands/confirm-email.ts";
import { endSessions } from "@/modules/identity/commands/end-sessions.ts";
import { refreshTokens } from "@/modules/identity/commands/refresh-tokens.ts";
import { requestEmailChange } from "@/modules/identity/commands/request-email-change.ts";
import { requestReset } from "@/modules/identity/commands/request-reset.ts";
import { resetPassword } from "@/modules/identity/commands/reset-password.ts";
import { signInClient } from "@/modules/identity/commands/sign-in-client.ts";
import { signIn } from "@/modules/identity/commands/sign-in.ts";
import { renderMail } from "@/modules/identity/mail/render-mail.ts";
import { findSession, type Session } from "@/modules/identity/queries/find-session.ts";
import { getAccount } from "@/modules/identity/queries/get-account.ts";
import { listSessions } from "@/modules/identity/queries/list-sessions.ts";
import { MAIL_TEMPLATES } from "@/modules/identity/rules/mail-templates.ts";
import { derivedSecret } from "@/modules/identity/secret.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { env } from "@/platform/env.ts";
import { medianGap } from "../support/median-gap.ts";
import { newAddress, newEmail, openShop, PASSWORD, visitor, type TestShop } from "../support/open-shop.ts";
import { openSmtpServer } from "../support/smtp-server.ts";

const NEXT = "otra frase larga para entrar";
const { control } = databases();
const from = (now = new Date()) => visitor({ address: newAddress(), now });


async function enter({ credentials }: Pick<TestShop, "credentials">, password = credentials.password): Promise<{ secret: string; session: Session }> {
  const result = await signIn({ ...credentials, password }, from(), null);
  if (!result.ok) throw new Error(result.code);
  return { secret: result.value.secret, session: (await findSession(result.value.secret, new Date()))! };
}

/** The token of the newest link that was mailed to an address. */
async function mailedToken(to: string, template: string): Promise<string> {
  const [mail] = await control.rows<{ link: { secret: string } }>(sql`SELECT link FROM mail WHERE recipient = ${to} AND template = ${template} ORDER BY id DESC LIMIT 1`);
  if (!mail) throw new Error(`nothing was mailed to ${to}`);
  return derivedSecret(mail.link.secret);
}

describe("forgotten password", () => {
  it("A3 C18 C24 a link sets another password, and every session and token before it is dead", async () => {
    const shop = await openShop();
    const { secret } = await enter(shop);
    const client = await signInClient(shop.credentials, from());
    expect((await requestReset(shop.credentials.email, from())).ok).toBe(true);
    const token = await mailedToken(shop.credentials.email, "reset");
    expect((await resetPassword(token, NEXT, from())).ok).toBe(true);
    expect(await findSession(secret, new Date())).toBeNull();
    expect(client.ok && (await refreshTokens(client.value.refresh_token, from()))).toMatchObject({ code: "refresh_invalid" });
    expect(await signIn(shop.credentials, from(), null)).toMatchObject({ code: "bad_credentials" });
    expect((await signIn({ ...shop.credentials, password: NEXT }, from(), null)).ok).toBe(true);
    expect(await control.rows(sql`SELECT template FROM mail WHERE recipient = ${shop.credentials.email} ORDER BY id DESC LIMIT 1`)).toEqual([{ template: "password_changed" }]);
  });

  it("C17 twenty uses of one link at once: one succeeds", async () => {
    const { credentials } = await openShop();
    await requestReset(credentials.email, from());
    const token = await mailedToken(credentials.email, "reset");
    const results = await Promise.all(Array.from({ length: 20 }, () => resetPassword(token, NEXT, from())));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === "link_gone")).toHaveLength(19);
  });

  it("C16 a link that is old, replaced, of another kind or made up opens nothing", async () => {
    const { credentials } = await openShop();
    await requestReset(credentials.email, from(new Date(Date.now() - 31 * 60_000)));
    expect(await resetPassword(await mailedToken(credentials.email, "reset"), NEXT, from())).toMatchObject({ code: "link_gone" });
    await requestReset(credentials.email, from());
    const first = await mailedToken(credentials.email, "reset");
    await requestReset(credentials.email, from());
    expect(await resetPassword(first, NEXT, from())).toMatchObject({ code: "link_gone" });
    expect(await resetPassword(await mailedToken(credentials.email, "verify"), NEXT, from())).toMatchObject({ code: "link_gone" });
    expect(await confirmEmail(await mailedToken(credentials.email, "reset"), from())).toMatchObject({ code: "link_gone" });
    expect(await resetPassword("x", NEXT, from())).toMatchObject({ code: "link_gone" });
    expect(await resetPassword(await mailedToken(credentials.email, "reset"), "corta", from())).toMatchObject({ fields: [{ path: "password", code: "password_short" }] });
  });

  it("C1 an unknown address is answered alike, and mailed nothing", async () => {
    const email = newEmail();
    expect(await requestReset(email, from())).toEqual({ ok: true, value: null });
    expect(await control.rows(sql`SELECT id FROM mail WHERE recipient = ${email}`)).toEqual([]);
    // Limits count addresses, known or not.
    const known = (await openShop()).credentials.email;
    for (const address of [email, known]) {
      const results = [];
      for (let i = 0; i < 4; i += 1) results.push((await requestReset(address, from())).ok);
      expect(results.filter(Boolean).length).toBeLessThanOrEqual(3);
    }
  });

  it("C1 known and unknown addresses take the same time", async () => {
    const shop = await openShop();
    // Two hours later each, out of every stretch that the last one filled.
    const ask = (email: () => string) => (i: number) => requestReset(email(), from(new Date(Date.now() + i * 7_200_000)));
    expect(await medianGap([ask(() => shop.credentials.email), ask(newEmail)], 5)).toBeLessThan(5);
  });
});

describe("the own account", () => {
  it("C25 password and e-mail change only with the present password", async () => {
    const shop = await openShop();
    const { session } = await enter(shop);
    expect(await changePassword(session, { current: NEXT, password: NEXT }, from())).toMatchObject({ fields: [{ path: "current", code: "password_wrong" }] });
    expect(await requestEmailChange(session, { current: NEXT, email: newEmail() }, from())).toMatchObject({ fields: [{ path: "current", code: "password_wrong" }] });
    const results = [];
    for (let i = 0; i < 6; i += 1) results.push(await changePassword(session, { current: "x", password: NEXT }, from(new Date("2026-11-21T10:00:05Z"))));
    expect(results.at(-1)).toMatchObject({ code: "rate_limited" });
  });

  it("A4 a changed password ends the other sessions and clients, and keeps this one", async () => {
    const shop = await openShop();
    const [here, there] = [await enter(shop), await enter(shop)];
    const client = await signInClient(shop.credentials, from());
    expect((await changePassword(here.session, { current: PASSWORD, password: NEXT }, from())).ok).toBe(true);
    expect(await findSession(here.secret, new Date())).not.toBeNull();
    expect(await findSession(there.secret, new Date())).toBeNull();
    expect(client.ok && (await refreshTokens(client.value.refresh_token, from()))).toMatchObject({ code: "refresh_invalid" });
  });

  it("A3 an address is verified by its link, once, and changed by the link to the new one", async () => {
    const shop = await openShop();
    const { session } = await enter(shop);
    expect(await getAccount(session.membership.userId)).toMatchObject({ emailVerified: false });
    const token = await mailedToken(shop.credentials.email, "verify");
    expect((await confirmEmail(token, from())).ok).toBe(true);
    expect(await confirmEmail(token, from())).toMatchObject({ code: "link_gone" });
    expect(await getAccount(session.membership.userId)).toMatchObject({ emailVerified: true });

    const email = newEmail();
    expect((await requestEmailChange(session, { current: PASSWORD, email }, from())).ok).toBe(true);
    expect((await signIn(shop.credentials, from(), null)).ok).toBe(true);
    expect(await confirmEmail(await mailedToken(email, "email_change"), from())).toEqual({ ok: true, value: { email } });
    expect(await signIn(shop.credentials, from(), null)).toMatchObject({ code: "bad_credentials" });
    expect((await signIn({ email, password: PASSWORD }, from(), null)).ok).toBe(true);
    expect(await control.rows(sql`SELECT words FROM mail WHERE recipient = ${shop.credentials.email} AND template = 'email_changed'`)).toEqual([{ words: { name: "Marta Quiroga", email } }]);
  });

  it("C16 an address that somebody took meanwhile stays theirs", async () => {
    const [shop, other] = [await openShop(), await openShop()];
    const { session } = await enter(shop);
    expect((await requestEmailChange(session, { current: PASSWORD, email: other.credentials.email }, from())).ok).toBe(true);
    expect(await confirmEmail(await mailedToken(other.credentials.email, "email_change"), from())).toMatchObject({ code: "link_gone" });
    expect((await signIn(other.credentials, from(), null)).ok).toBe(true);
  });

  it("A4 D1 lists the own browsers, ends one, and all others", async () => {
    const shop = await openShop();
    const [one, two, three] = [await enter(shop), await enter(shop), await enter(shop)];
    const { userId } = one.session.membership;
    expect((await listSessions(userId, new Date())).length).toBe(3);
    expect((await endSessions(one.session, two.session.sessionId, from())).ok).toBe(true);
    expect(await findSession(two.secret, new Date())).toBeNull();
    expect(await endSessions(one.session, (await enter(await openShop())).session.sessionId, from())).toMatchObject({ code: "not_found" });
    expect((await endSessions(one.session, "others", from())).ok).toBe(true);
    expect(await findSession(three.secret, new Date())).toBeNull();
    expect((await listSessions(userId, new Date())).map(({ id }) => id)).toEqual([one.session.sessionId]);
  });
});

describe("mails", () => {
  it.each(["es-AR", "en", "pt-BR"])("are written whole in %s", async (locale) => {
    for (const template of MAIL_TEMPLATES) {
      const mail = await renderMail({ template, locale, words: { name: "Ana", shop: "El <b>Yunque</b>", by: "Marta", email: "a@b.example" }, link: { path: "/reset", secret: "x" } });
      expect(mail.subject).not.toMatch(/[{}]|mail\./);
      expect(mail.text).toContain("/reset/");
      expect(mail.html).not.toContain("<b>");
      expect(mail.text).not.toContain("undefined");
    }
  });

  it("C19 link to the configured address", async () => {
    const { text } = await renderMail({ template: "reset", locale: "es-AR", words: { name: "Ana" }, link: { path: "/reset", secret: "x" } });
    expect(text).toContain(`${new URL(env.NEXTAUTH_URL).origin}/reset/${derivedSecret("x")}`);
  });

  it("J14 G13 wait while the server refuses, then arrive once, at one address", async () => {
    const server = await openSmtpServer();
    const { credentials } = await openShop();
    const now = new Date();
    // Other files write mails meanwhile: this one is put before them.
    const next = async () => void (await control.execute(sql`UPDATE mail SET next_at = '2000-01-01' WHERE recipient = ${credentials.email}`));
    const state = async () => (await control.rows<{ sent: boolean; waits: boolean }>(sql`SELECT sent_at IS NOT NULL AS sent, next_at > ${now} AS waits FROM mail WHERE recipient = ${credentials.email}`))[0];
    try {
      server.refuse(true);
      await next();
      expect(await deliverMail(now, server.url)).toBe(true);
      expect(server.taken).toEqual([]);
      expect(await state()).toEqual({ sent: false, waits: true });
      server.refuse(false);
      await next();
      expect(await deliverMail(new Date(now.getTime() + 5 * 60_000), server.url)).toBe(true);
      expect(server.taken).toHaveLength(1);
      expect(server.taken[0]).toMatch(/^Subject: /m);
      expect(server.taken[0]).toMatch(/multipart\/alternative/);
      expect(server.recipients.at(-1)).toContain(credentials.email);
      await next();
      await deliverMail(new Date(now.getTime() + 10 * 60_000), server.url);
      expect(server.taken.filter((text) => text.includes(credentials.email))).toHaveLength(1);
      expect((await state())?.sent).toBe(true);
    } finally {
      await server.close();
    }
  });
});
