import { decodeJwt, SignJWT, UnsecuredJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/kernel/id.ts";
import { readAccessToken, readTokenOf, signAccessToken } from "@/modules/identity/access-token.ts";
import { endTokenFamily } from "@/modules/identity/commands/end-token-family.ts";
import { refreshTokens } from "@/modules/identity/commands/refresh-tokens.ts";
import { signIn } from "@/modules/identity/commands/sign-in.ts";
import { signInClient } from "@/modules/identity/commands/sign-in-client.ts";
import { findMembershipOfToken } from "@/modules/identity/queries/find-membership-of-token.ts";
import { sealSecret } from "@/modules/identity/session-token.ts";
import type { TokenAnswer } from "@/modules/identity/token-answer.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { env } from "@/platform/env.ts";
import { forgedTokens } from "../support/forged-tokens.ts";
import { newAddress, openShop, visitor, type TestShop } from "../support/open-shop.ts";
import { removeMember } from "../support/remove-member.ts";

const PREVIOUS = "the secret before ours, still good for a while";
// The environment is read at its first use, which is after this.
process.env["JWT_SECRET_PREVIOUS"] = PREVIOUS;

const key = (secret: string) => new TextEncoder().encode(secret);
const from = (now = new Date()) => visitor({ address: newAddress(), now });

async function enter(shop: TestShop): Promise<TokenAnswer> {
  const result = await signInClient(shop.credentials, from());
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

describe("access tokens", () => {
  let shop: TestShop;
  let token: string;
  beforeAll(async () => {
    shop = await openShop();
    token = (await enter(shop)).access_token;
  });

  const accepted = async (text: string, now = new Date()) => (await findMembershipOfToken(`Bearer ${text}`, now)) !== null;

  /** A token of ours but for what `change` does to it. */
  async function forge(change: { claims?: Record<string, unknown>; header?: Record<string, unknown>; secret?: string } = {}): Promise<string> {
    const claims = { ...decodeJwt(token), ...change.claims };
    return new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "at+jwt", ...change.header }).sign(key(change.secret ?? env.JWT_SECRET));
  }

  it("carries the claims of the contract and opens the membership anew", async () => {
    const { sub, tenant_id, role, iss, aud, iat, exp, jti } = decodeJwt(token);
    expect({ sub, tenant_id, role, iss, aud }).toEqual({ sub: shop.membership.userId, tenant_id: shop.tenantId, role: "OWNER", iss: "mostrador", aud: "mostrador-api" });
    expect(exp! - iat!).toBe(900);
    expect(jti).toBeTypeOf("string");
    expect(await findMembershipOfToken(`Bearer ${token}`, new Date())).toMatchObject({ membership: shop.membership });
    expect(await accepted(await forge())).toBe(true);
  });

  it("E1 no algorithm, another algorithm, a key named by the token: refused", async () => {
    const claims = decodeJwt(token);
    const [head, body, signature] = token.split(".") as [string, string, string];
    const withHead = (header: object) => `${Buffer.from(JSON.stringify(header)).toString("base64url")}.${body}.${signature}`;
    const { publicKey, privateKey } = await crypto.subtle.generateKey({ name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: "SHA-256" }, true, ["sign", "verify"]);
    const tokens = [
      new UnsecuredJWT(claims).encode(),
      withHead({ alg: "none", typ: "at+jwt" }),
      `${head}.${body}.`,
      await new SignJWT(claims).setProtectedHeader({ alg: "HS512", typ: "at+jwt" }).sign(key(env.JWT_SECRET)),
      await new SignJWT(claims).setProtectedHeader({ alg: "RS256", typ: "at+jwt" }).sign(privateKey),
      await new SignJWT(claims).setProtectedHeader({ alg: "RS256", typ: "at+jwt", jku: "https://evil.example/keys", kid: "../../dev/null", jwk: await crypto.subtle.exportKey("jwk", publicKey) as never }).sign(privateKey),
      await forge({ header: { kid: "../../../../dev/null", jku: "https://evil.example" }, secret: "x".repeat(40) }),
      `${head}.${body}.${signature.slice(0, -2)}xx`,
    ];
    for (const text of tokens) expect(await accepted(text)).toBe(false);
  });

  it("E2 another audience, issuer, type or secret, a missing claim, a refresh token: refused", async () => {
    const wrong = [
      { claims: { aud: "web" } }, { claims: { aud: undefined } }, { claims: { iss: "elsewhere" } }, { header: { typ: "JWT" } }, { header: { typ: undefined } },
      { secret: "another installation's secret, long enough" }, { claims: { exp: undefined } }, { claims: { sub: "1" } }, { claims: { sub: undefined } }, { claims: { jti: undefined } },
      { claims: { tenant_id: "x' OR 1=1" } }, { claims: { ver: "1" } },
    ];
    for (const change of wrong) expect(await accepted(await forge(change))).toBe(false);
    expect(await accepted((await enter(shop)).refresh_token)).toBe(false);
    expect(await findMembershipOfToken(token, new Date())).toBeNull();
    expect(await findMembershipOfToken(`Basic ${token}`, new Date())).toBeNull();
    expect(await findMembershipOfToken(`Bearer ${token} ${token}`, new Date())).toBeNull();
    expect(await findMembershipOfToken("Bearer ", new Date())).toBeNull();
  });

  it("E3 is over after fifteen minutes", async () => {
    const at = new Date("2026-11-21T15:00:00Z");
    const fresh = await signAccessToken(shop.membership, at);
    expect(await accepted(fresh, new Date(at.getTime() + 899_000))).toBe(true);
    expect(await accepted(fresh, new Date(at.getTime() + 901_000))).toBe(false);
  });

  it("E9 one that the secret before ours signed is good until it ends, and no longer; no other is", async () => {
    const old = await signAccessToken(shop.membership, new Date(), null, PREVIOUS);
    expect(await readAccessToken(old, new Date())).toMatchObject({ userId: shop.membership.userId });
    expect(await readAccessToken(old, new Date(Date.now() + 15 * 60_000 + 1_000))).toBeNull();
    expect(await readAccessToken(await signAccessToken(shop.membership, new Date(), null, "the one before that, long gone and forgotten"), new Date())).toBeNull();
  });

  it("E8 a changed tenant or role gains nothing", async () => {
    const other = await openShop();
    const [head, body, signature] = token.split(".") as [string, string, string];
    const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as Record<string, unknown>;
    const altered = (change: object) => `${head}.${Buffer.from(JSON.stringify({ ...claims, ...change })).toString("base64url")}.${signature}`;
    expect(await accepted(altered({ tenant_id: other.tenantId }))).toBe(false);
    expect(await accepted(altered({ role: "ADMIN" }))).toBe(false);
    // Even under our own signature: the membership is what counts.
    expect(await accepted(await forge({ claims: { tenant_id: other.tenantId } }))).toBe(false);
    const staff = await shop.ctxOf("viewer");
    const promoted = await forge({ claims: { sub: staff.member.userId, role: "OWNER" } });
    expect((await findMembershipOfToken(`Bearer ${promoted}`, new Date()))?.membership.role).toBe("STAFF");
  });

  it("D16 a session cookie's value is no bearer token", async () => {
    const result = await signIn(shop.credentials, from(), null);
    if (!result.ok) throw new Error(result.code);
    expect(await accepted(result.value.secret)).toBe(false);
    expect(await accepted(await sealSecret(result.value.secret))).toBe(false);
  });

  it("E7 ends with the account, the membership, or all sessions of the person", async () => {
    const { control } = databases();
    for (const [name, end] of [
      ["disabled", (own: TestShop) => control.execute(sql`UPDATE "user" SET disabled_at = now() WHERE id = ${own.membership.userId}`)],
      ["all ended", (own: TestShop) => control.execute(sql`UPDATE "user" SET auth_version = auth_version + 1 WHERE id = ${own.membership.userId}`)],
      ["removed", (own: TestShop) => removeMember(own)],
    ] as const) {
      const own = await openShop();
      const tokens = await enter(own);
      await end(own);
      expect([name, await accepted(tokens.access_token)]).toEqual([name, false]);
      expect([name, await refreshTokens(tokens.refresh_token, from())]).toEqual([name, { ok: false, code: "refresh_invalid" }]);
    }
  });

  it("E1 none of the known forgeries is taken, under their own keys or ours", async () => {
    const forgeries = forgedTokens();
    for (const { text, secret } of forgeries) {
      for (const tried of [env.JWT_SECRET, secret || "no key of theirs is symmetric"]) expect([text, await readTokenOf(tried, text, new Date())]).toEqual([text, null]);
    }
    expect(forgeries.length).toBeGreaterThan(40);
    expect(await readTokenOf("their key", await signAccessToken(shop.membership, new Date(), null, "their key"), new Date())).not.toBeNull();
  });
});

describe("refresh tokens", () => {
  const at = (seconds: number) => new Date(Date.parse("2026-11-21T15:00:00Z") + seconds * 1_000);
  const refresh = (token: string, seconds: number) => refreshTokens(token, from(at(seconds)));

  async function family(): Promise<{ shop: TestShop; first: string }> {
    const shop = await openShop();
    const result = await signInClient(shop.credentials, from(at(0)));
    if (!result.ok) throw new Error(result.code);
    return { shop, first: result.value.refresh_token };
  }

  async function rotate(token: string, seconds: number): Promise<string> {
    const result = await refresh(token, seconds);
    if (!result.ok) throw new Error(result.code);
    return result.value.refreshToken;
  }

  it("rotate, each good once, for seven days from the last use", async () => {
    const { shop, first } = await family();
    const second = await rotate(first, 60);
    const third = await rotate(second, 6 * 86_400);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await refresh(third, 13 * 86_400 + 1)).toEqual({ ok: false, code: "refresh_invalid" });
    const stored = await databases().control.rows<{ text: string }>(sql`SELECT refresh_token::text AS text FROM refresh_token WHERE user_id = ${shop.membership.userId}`);
    expect(stored).toHaveLength(3);
    expect(stored.some(({ text }) => text.includes(first) || text.includes(second))).toBe(false);
  });

  it("E4 a copy that is used later ends the family, and is noted", async () => {
    const { shop, first } = await family();
    const second = await rotate(first, 60);
    expect(await refresh(first, 120)).toEqual({ ok: false, code: "refresh_invalid" });
    expect(await refresh(second, 121)).toEqual({ ok: false, code: "refresh_invalid" });
    const events = await databases().control.rows(sql`SELECT 1 FROM auth_event WHERE user_id = ${shop.membership.userId} AND kind = 'refresh_reused'`);
    expect(events).toHaveLength(1);
  });

  it("E4 within the grace too, once the successor was used", async () => {
    const { first } = await family();
    const second = await rotate(first, 60);
    const third = await rotate(second, 61);
    expect(await refresh(first, 62)).toEqual({ ok: false, code: "refresh_invalid" });
    expect(await refresh(third, 63)).toEqual({ ok: false, code: "refresh_invalid" });
  });

  it("E5 20 at once bring one successor", async () => {
    const { shop, first } = await family();
    const results = await Promise.all(Array.from({ length: 20 }, () => rotate(first, 60)));
    expect(new Set(results).size).toBe(1);
    const stored = await databases().control.rows(sql`SELECT 1 FROM refresh_token WHERE user_id = ${shop.membership.userId}`);
    expect(stored).toHaveLength(2);
    expect(await rotate(results[0]!, 100)).not.toBe(results[0]);
  });

  it("E6 an answer that was lost comes again within the grace", async () => {
    const { first } = await family();
    expect(await rotate(first, 75)).toBe(await rotate(first, 60));
  });

  it("are over for the whole family after signing out", async () => {
    const { first } = await family();
    const second = await rotate(first, 60);
    await endTokenFamily(first, from(at(61)));
    expect(await refresh(second, 62)).toEqual({ ok: false, code: "refresh_invalid" });
    await endTokenFamily("unknown", from(at(63)));
  });

  it.each(["", "x", newId(), "a".repeat(43)])("unknown ones are refused: %j", async (token) => expect(await refresh(token, 1)).toEqual({ ok: false, code: "refresh_invalid" }));
});
