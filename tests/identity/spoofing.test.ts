import { expect, it, vi } from "vitest";
import { requestReset } from "@/modules/identity/commands/request-reset.ts";
import { resetPassword } from "@/modules/identity/commands/reset-password.ts";
import { signIn } from "@/modules/identity/commands/sign-in.ts";
import { findSession } from "@/modules/identity/queries/find-session.ts";
import { derivedSecret } from "@/modules/identity/secret.ts";
import { visitorOf } from "@/modules/identity/visitor.ts";
import { changeSettingsAction } from "@/modules/tenancy/actions.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { newAddress, openShop, visitor } from "../support/open-shop.ts";

const changed = vi.hoisted(() => ({ TRUST_PROXY: false }));
vi.mock("@/platform/env.ts", async (load) => {
  const real = await load<{ env: object }>();
  return { ...real, env: new Proxy(real.env, { get: (own, name) => (name === "TRUST_PROXY" ? changed.TRUST_PROXY : Reflect.get(own, name)) }) };
});
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-middleware-subrequest": "src/proxy" }), cookies: async () => ({ get: () => undefined, set: () => undefined }) }));
vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key, getLocale: async () => "es-AR" }));

const { control } = databases();
const SPOOFS = ["x-forwarded-for", "forwarded", "x-client-ip", "cf-connecting-ip", "true-client-ip"];

it("C5 no header of a client's own writing changes where a request comes from, with our proxy or without", () => {
  const spoofed = new Headers(SPOOFS.map((name) => [name, newAddress()]));
  expect(visitorOf(new Headers([...spoofed, ["x-real-ip", "10.9.9.9"]])).address).toBeNull();
  changed.TRUST_PROXY = true;
  expect(visitorOf(spoofed).address).toBeNull();
  expect(visitorOf(new Headers([...spoofed, ["x-real-ip", "10.9.9.9"]])).address).toBe("10.9.9.9");
  expect(visitorOf(new Headers([["x-real-ip", "10.9.9.9, 10.1.1.1"]])).address).toBeNull();
  changed.TRUST_PROXY = false;
});

it("C15 an address that is not confirmed yet signs in: the shop sells from its first minute, and only the mail's holder resets", async () => {
  const { credentials, membership } = await openShop();
  const [user] = await control.rows<{ at: Date | null }>(sql`SELECT email_verified_at AS at FROM "user" WHERE id = ${membership.userId}`);
  expect(user!.at).toBeNull();
  expect((await signIn(credentials, visitor({ address: newAddress() }), null)).ok).toBe(true);
});

it("C20 the token of a reset stands in no log, no table and no address that a link could pass on", async () => {
  const { credentials } = await openShop();
  const written: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, "write").mockImplementation((text) => written.push(String(text)) > 0));
  try {
    await requestReset(credentials.email, visitor({ address: newAddress() }));
    const [mail] = await control.rows<{ link: { secret: string }; text: string }>(sql`SELECT link, mail::text AS text FROM mail WHERE recipient = ${credentials.email} AND template = 'reset'`);
    const token = derivedSecret(mail!.link.secret);
    const rows = await control.rows<{ text: string }>(sql`SELECT auth_token::text AS text FROM auth_token UNION ALL SELECT mail::text FROM mail UNION ALL SELECT auth_event::text FROM auth_event`);
    expect(rows.length > 2 && rows.every(({ text }) => !text.includes(token))).toBe(true);
    expect((await resetPassword(token, "otra frase larga para entrar", visitor({ address: newAddress() }))).ok).toBe(true);
    expect(written.join("")).not.toContain(token);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  for (const page of ["reset", "verify", "invite"]) {
    const { metadata } = (await import(`../../src/app/(public)/${page}/[token]/page.tsx`)) as { metadata: { referrer?: string } };
    expect([page, metadata.referrer]).toEqual([page, "no-referrer"]);
  }
});

it("D13 a session whose row is gone is over at the next request: nothing keeps sessions but their table", async () => {
  const { credentials } = await openShop();
  const entered = await signIn(credentials, visitor({ address: newAddress() }), null);
  if (!entered.ok) throw new Error(entered.code);
  const session = (await findSession(entered.value.secret, new Date()))!;
  await control.execute(sql`DELETE FROM session WHERE id = ${session.sessionId}`);
  expect(await findSession(entered.value.secret, new Date())).toBeNull();
});

it("D19 an action that is called past the proxy asks for the session itself", async () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ shop: "x", name: "X", currency: "USD", locale: "es-AR", timeZone: "America/Lima", negativeStock: "warn", auditMonths: "0" })) form.set(name, value);
  expect(await changeSettingsAction({ code: null, errors: [], values: {} }, form)).toMatchObject({ code: "unauthenticated" });
});
