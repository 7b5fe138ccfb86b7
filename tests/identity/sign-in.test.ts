import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { endSession } from "@/modules/identity/commands/end-session.ts";
import { signIn } from "@/modules/identity/commands/sign-in.ts";
import { switchShop } from "@/modules/identity/commands/switch-shop.ts";
import { makeDeviceMark, readDeviceMark } from "@/modules/identity/device-mark.ts";
import { hashPassword, verifyPassword } from "@/modules/identity/password.ts";
import { findSession } from "@/modules/identity/queries/find-session.ts";
import { SESSION_ABSOLUTE_MS, SESSION_IDLE_MS, SESSIONS_PER_PERSON } from "@/modules/identity/rules/session-limits.ts";
import { openSeal, sealSecret } from "@/modules/identity/session-token.ts";
import { addMember } from "@/modules/onboarding/commands/add-member.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { encode } from "next-auth/jwt";
import { medianGap } from "../support/median-gap.ts";
import { newAddress, newEmail, openShop, PASSWORD, visitor, type TestShop } from "../support/open-shop.ts";
import { removeMember } from "../support/remove-member.ts";

const hashes = vi.hoisted(() => ({ count: 0 }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return { ...real, verify: (...given: Parameters<typeof real.verify>) => ((hashes.count += 1), real.verify(...given)) };
});

const WRONG = "otra frase que no es la suya";
const { control } = databases();

const from = (now = new Date()) => visitor({ address: newAddress(), now });

async function enter(shop: TestShop, now = new Date()): Promise<string> {
  const result = await signIn(shop.credentials, from(now), null);
  if (!result.ok) throw new Error(result.code);
  return result.value.secret;
}

const later = (ms: number) => new Date(Date.now() + ms);

describe("who may come in", () => {
  it("A3 signs in with e-mail and password, in the last used shop", async () => {
    const shop = await openShop();
    const session = await findSession(await enter(shop), new Date());
    expect(session?.membership).toEqual(shop.membership);
    expect(await signIn({ ...shop.credentials, password: WRONG }, from(), null)).toEqual({ ok: false, code: "bad_credentials" });
    expect(await signIn({ email: newEmail(), password: PASSWORD }, from(), null)).toEqual({ ok: false, code: "bad_credentials" });
    expect(await signIn({ ...shop.credentials, tenant: "not-mine" }, from(), null)).toEqual({ ok: false, code: "tenant_not_yours" });
  });

  it("C7 C8 takes the exact password only, uncut", async () => {
    const base = "a".repeat(72);
    const stored = await hashPassword(`${base}a`);
    expect(await verifyPassword(stored, `${base}a`)).toBe(true);
    expect(await verifyPassword(stored, `${base}b`)).toBe(false);
    expect(await verifyPassword(stored, base)).toBe(false);
    const odd = ` ñandú 🔩 ${"x".repeat(119)}`;
    const hash = await hashPassword(odd);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await Promise.all([odd, odd.trim(), odd.toUpperCase(), odd.normalize("NFD")].map((text) => verifyPassword(hash, text)))).toEqual([true, false, false, false]);
    expect(await verifyPassword(null, odd)).toBe(false);
  });

  it("C24 a disabled person is refused, and out at the next request", async () => {
    const shop = await openShop();
    const secret = await enter(shop);
    await control.execute(sql`UPDATE "user" SET disabled_at = now() WHERE id = ${shop.membership.userId}`);
    expect(await findSession(secret, new Date())).toBeNull();
    expect(await signIn(shop.credentials, from(), null)).toEqual({ ok: false, code: "account_disabled" });
    expect(await signIn({ ...shop.credentials, password: WRONG }, from(), null)).toEqual({ ok: false, code: "bad_credentials" });
  });

  it("D8 a member who was removed, or whose tenant was suspended, is out at the next request", async () => {
    const [shop, other] = await Promise.all([openShop(), openShop()]);
    const [secret, otherSecret] = await Promise.all([enter(shop), enter(other)]);
    await removeMember(shop);
    await control.execute(sql`UPDATE tenant SET state = 'suspended' WHERE id = ${other.tenantId}`);
    expect(await findSession(secret, new Date())).toBeNull();
    expect(await findSession(otherSecret, new Date())).toBeNull();
    expect(await signIn(shop.credentials, from(), null)).toEqual({ ok: false, code: "account_disabled" });
  });

  it("keeps no secret in clear", async () => {
    const shop = await openShop();
    const secret = await enter(shop);
    const [row] = await control.rows<{ hash: Buffer; text: string }>(sql`SELECT token_hash AS hash, session::text AS text FROM session WHERE user_id = ${shop.membership.userId}`);
    expect(row!.hash).toEqual(createHash("sha256").update(secret).digest());
    expect(row!.text).not.toContain(secret);
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  });
});

describe("guessing", () => {
  const noon = new Date("2026-11-21T15:00:00Z");
  /** In an hour, evenly: several times as many as either limit lets through. */
  const GUESSES = 400;
  const at = (seconds: number) => new Date(noon.getTime() + seconds * 1_000);

  it("C2 an hour of guesses at one account reaches the hash at most 100 times, and ends", async () => {
    const shop = await openShop();
    hashes.count = 0;
    let judged = 0;
    for (let i = 0; i < GUESSES; i += 1) {
      const result = await signIn({ ...shop.credentials, password: WRONG }, visitor({ address: newAddress(), now: at((i * 3_600) / GUESSES) }), null);
      if (!result.ok && result.code === "bad_credentials") judged += 1;
      else expect(result).toMatchObject({ ok: false, code: "rate_limited" });
    }
    expect([judged, hashes.count > 5, hashes.count <= 100]).toEqual([hashes.count, true, true]);
    expect((await signIn(shop.credentials, visitor({ address: newAddress(), now: at(3_600) }), null)).ok).toBe(true);
  });

  it("C3 one guess at each of many accounts from one address is slowed down", async () => {
    const address = newAddress();
    const codes = [];
    for (let i = 0; i < 60; i += 1) codes.push(await signIn({ email: newEmail(), password: WRONG }, visitor({ address, now: noon }), null));
    expect(codes.filter((result) => !result.ok && result.code === "bad_credentials")).toHaveLength(30);
    expect(codes.at(-1)).toEqual({ ok: false, code: "rate_limited", params: { seconds: 60 } });
  });

  it("C4 strangers who guess do not keep the owner's own device out", async () => {
    const shop = await openShop();
    for (let i = 0; i < 11; i += 1) await signIn({ ...shop.credentials, password: WRONG }, visitor({ address: newAddress(), now: noon }), null);
    expect(await signIn(shop.credentials, visitor({ address: newAddress(), now: noon }), null)).toMatchObject({ code: "rate_limited" });
    const known = visitor({ address: newAddress(), now: noon, knownUserId: readDeviceMark(makeDeviceMark(shop.membership.userId)) });
    expect((await signIn(shop.credentials, known, null)).ok).toBe(true);
    expect(readDeviceMark(`${shop.membership.userId}.forged`)).toBeNull();
    expect(readDeviceMark(undefined)).toBeNull();
  });

  it("C2 C4 one address that guesses at one account is slowed before the account is: another address still enters", async () => {
    const shop = await openShop();
    const address = newAddress();
    hashes.count = 0;
    for (let i = 0; i < GUESSES; i += 1) await signIn({ ...shop.credentials, password: WRONG }, visitor({ address, now: at((i * 3_600) / GUESSES) }), null);
    expect([hashes.count > 5, hashes.count <= 25]).toEqual([true, true]);
    expect((await signIn(shop.credentials, visitor({ address, now: at(3_599) }), null))).toMatchObject({ code: "rate_limited" });
    expect((await signIn(shop.credentials, visitor({ address: newAddress(), now: at(3_599) }), null)).ok).toBe(true);
  });

  it("honest sign-ins are not counted", async () => {
    const shop = await openShop();
    for (let i = 0; i < 8; i += 1) expect((await signIn(shop.credentials, visitor({ address: "203.0.113.9", now: noon }), null)).ok).toBe(true);
  });

  it("C1 unknown and known addresses: the same words after the same time", async () => {
    const shop = await openShop();
    await verifyPassword(null, WRONG);
    // Each outside of every stretch that the last one filled.
    const guess = (email: () => string) => async (i: number) => {
      expect(await signIn({ email: email(), password: WRONG }, visitor({ address: newAddress(), now: at(i * 900) }), null)).toEqual({ ok: false, code: "bad_credentials" });
    };
    expect(await medianGap([guess(() => shop.credentials.email), guess(newEmail)], 5)).toBeLessThan(5);
  });

  it("C6 100 sign-ins at once are served in turn and hold little memory", async () => {
    const shop = await openShop();
    const before = process.memoryUsage().rss;
    const results = await Promise.all(Array.from({ length: 100 }, () => signIn(shop.credentials, from(), null)));
    const served = results.filter(({ ok }) => ok).length;
    // The account's own limit stands before the hash: a burst of one person is cut to five.
    expect(served).toBeGreaterThanOrEqual(5);
    // More than may wait: those are told so at once, the others are all hashed.
    const hashes = await Promise.allSettled(Array.from({ length: 210 }, () => verifyPassword(null, WRONG)));
    expect(hashes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(200);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
    expect(hashes.filter((one) => one.status === "rejected" && (one.reason as { refusal?: { code: string } }).refusal?.code === "busy").length).toBeGreaterThan(0);
  });
});

describe("sessions", () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });

  it("D1 an ended session stays ended, whoever keeps its cookie", async () => {
    const secret = await enter(shop);
    await endSession(secret, from());
    expect(await findSession(secret, new Date())).toBeNull();
    await endSession(secret, from());
    const events = await control.rows<{ kind: string }>(sql`SELECT kind FROM auth_event WHERE user_id = ${shop.membership.userId} AND kind = 'sign_out'`);
    expect(events).toHaveLength(1);
  });

  it("D2 signing in gives a new secret and ends the one that the browser had", async () => {
    const old = await enter(shop);
    const result = await signIn(shop.credentials, from(), old);
    if (!result.ok) throw new Error(result.code);
    expect(result.value.secret).not.toBe(old);
    expect(await findSession(old, new Date())).toBeNull();
    expect(await findSession(result.value.secret, new Date())).not.toBeNull();
    // A secret that somebody planted in the browser opens nothing, before or after.
    const planted = await signIn(shop.credentials, from(), "planted-by-an-attacker");
    expect(planted.ok && planted.value.secret).not.toBe("planted-by-an-attacker");
    expect(await findSession("planted-by-an-attacker", new Date())).toBeNull();
  });

  it("D3 a cookie that was altered or sealed elsewhere is nobody's", async () => {
    const secret = await enter(shop);
    const sealed = await sealSecret(secret);
    expect(await openSeal(sealed)).toBe(secret);
    for (const index of [10, 60, sealed.length - 5]) {
      const altered = sealed.slice(0, index) + (sealed[index] === "A" ? "B" : "A") + sealed.slice(index + 1);
      expect(await openSeal(altered)).toBeNull();
    }
    expect(await openSeal(await encode({ token: { sid: secret }, secret: "the secret of another installation" }))).toBeNull();
    expect(await openSeal("")).toBeNull();
    expect(await openSeal("a.b.c")).toBeNull();
    expect(await openSeal(secret)).toBeNull();
  });

  it("D4 ends when unused too long, and at its age whatever the use", async () => {
    const unused = await enter(shop);
    expect(await findSession(unused, later(SESSION_IDLE_MS - 60_000))).not.toBeNull();
    const idle = await enter(shop);
    expect(await findSession(idle, later(SESSION_IDLE_MS + 60_000))).toBeNull();
    const used = await enter(shop);
    for (let day = 1; day < 30; day += 1) expect(await findSession(used, later(day * 86_400_000))).not.toBeNull();
    expect(await findSession(used, later(SESSION_ABSOLUTE_MS + 60_000))).toBeNull();
  });

  it("notes the last use at most once a minute", async () => {
    const secret = await enter(shop);
    const session = await findSession(secret, new Date());
    const seen = async () => (await control.rows<{ at: Date }>(sql`SELECT last_seen_at AS at FROM session WHERE id = ${session!.sessionId}`))[0]!.at.getTime();
    const first = await seen();
    await findSession(secret, later(59_000));
    expect(await seen()).toBe(first);
    await findSession(secret, later(61_000));
    expect(await seen()).toBeGreaterThan(first + 60_000);
  });

  it("A4 all of a person's sessions end when auth_version is raised", async () => {
    const own = await openShop();
    const secrets = [await enter(own), await enter(own)];
    await control.execute(sql`UPDATE "user" SET auth_version = auth_version + 1 WHERE id = ${own.membership.userId}`);
    for (const secret of secrets) expect(await findSession(secret, new Date())).toBeNull();
    expect(await findSession(await enter(own), new Date())).not.toBeNull();
  });

  it("D18 the browsers of one person are capped, the longest unused go first", async () => {
    const own = await openShop();
    const start = Date.now() - SESSIONS_PER_PERSON * 60_000;
    const secrets = [];
    for (let i = 0; i < SESSIONS_PER_PERSON + 2; i += 1) secrets.push(await enter(own, new Date(start + i * 60_000)));
    const alive = await Promise.all(secrets.map((secret) => findSession(secret, new Date())));
    expect(alive.map((session) => session !== null)).toEqual([false, false, ...Array.from({ length: SESSIONS_PER_PERSON }, () => true)]);
  });
});

describe("several shops", () => {
  it("A5 D6 goes to a shop of one's own only, with a new secret", async () => {
    const [one, two, strange] = await Promise.all([openShop(), openShop(), openShop()]);
    await addMember({ tenantId: two.tenantId, email: one.credentials.email, name: "Marta", password: PASSWORD, role: "ADMIN", permissionSet: null }, new Date());
    const secret = await enter(one);
    expect(await switchShop(secret, strange.slug, from())).toEqual({ ok: false, code: "tenant_not_yours" });
    expect((await findSession(secret, new Date())) !== null).toBe(true);
    const switched = await switchShop(secret, two.slug, from());
    if (!switched.ok) throw new Error(switched.code);
    expect(switched.value.membership).toMatchObject({ tenantId: two.tenantId, role: "ADMIN" });
    expect(await findSession(secret, new Date())).toBeNull();
    expect((await findSession(switched.value.secret, new Date()))?.membership.tenantId).toBe(two.tenantId);
    expect(await switchShop(secret, one.slug, from())).toEqual({ ok: false, code: "session_ended" });
    const refused = await control.rows(sql`SELECT 1 FROM auth_event WHERE user_id = ${one.membership.userId} AND kind = 'tenant_switch_refused'`);
    expect(refused).toHaveLength(1);
  });
});
