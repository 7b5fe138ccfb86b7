import { Secret, TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import { beginSecondFactor } from "@/modules/identity/commands/begin-second-factor.ts";
import { confirmSecondFactor } from "@/modules/identity/commands/confirm-second-factor.ts";
import { endSecondFactor } from "@/modules/identity/commands/end-second-factor.ts";
import { signInClient } from "@/modules/identity/commands/sign-in-client.ts";
import { signIn } from "@/modules/identity/commands/sign-in.ts";
import { findMembership } from "@/modules/identity/queries/find-membership.ts";
import { findSession } from "@/modules/identity/queries/find-session.ts";
import { getSecondFactor } from "@/modules/identity/queries/get-second-factor.ts";
import { seal, unseal } from "@/modules/identity/seal.ts";
import { requireSecondFactor } from "@/modules/team/commands/require-second-factor.ts";
import { checkDemand, openContext } from "@/modules/tenancy/gate.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { newAddress, openShop, PASSWORD, visitor, type TestShop } from "../support/open-shop.ts";

const at = (now: Date) => visitor({ address: newAddress(), now });
const NOON = new Date("2026-11-21T15:00:10Z");
const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);

/** Sets the factor up as a phone would; answers the phone. */
async function setUp({ membership: { userId } }: TestShop): Promise<(now: Date) => string> {
  await beginSecondFactor(userId);
  const { secret } = (await getSecondFactor(userId, NOON)).setUp!;
  const phone = new TOTP({ secret: Secret.fromBase32(secret) });
  const codeAt = (now: Date) => phone.generate({ timestamp: now.getTime() });
  expect(await confirmSecondFactor(userId, codeAt(NOON), at(NOON))).toEqual({ ok: true, value: null });
  return codeAt;
}

describe("A4 second factor", () => {
  it("is asked for after the password, in browser and API, and each code is good once", async () => {
    const shop = await openShop();
    const codeAt = await setUp(shop);
    expect(await signIn(shop.credentials, at(later(60)), null)).toMatchObject({ code: "totp_required" });
    expect(await signInClient(shop.credentials, at(later(60)))).toMatchObject({ code: "totp_required" });
    expect(await signIn({ ...shop.credentials, password: "x", totp: codeAt(later(60)) }, at(later(60)), null)).toMatchObject({ code: "bad_credentials" });
    const code = codeAt(later(60));
    expect((await signIn({ ...shop.credentials, totp: code }, at(later(60)), null)).ok).toBe(true);
    expect(await signInClient({ ...shop.credentials, totp: code }, at(later(61)))).toMatchObject({ code: "totp_wrong" });
    expect((await signInClient({ ...shop.credentials, totp: codeAt(later(90)) }, at(later(90)))).ok).toBe(true);
    expect(await signIn({ ...shop.credentials, totp: codeAt(later(900)) }, at(later(150)), null)).toMatchObject({ fields: [{ code: "totp_wrong" }] });
  });

  it("one code used twice at once opens once", async () => {
    const shop = await openShop();
    const codeAt = await setUp(shop);
    const results = await Promise.all([1, 2, 3].map(() => signIn({ ...shop.credentials, totp: codeAt(later(60)) }, at(later(60)), null)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("guesses are counted", async () => {
    const shop = await openShop();
    await setUp(shop);
    const results = [];
    for (let i = 0; i < 8; i += 1) results.push(await signIn({ ...shop.credentials, totp: "000000" }, at(later(120)), null));
    expect(results.at(-1)).toMatchObject({ code: "rate_limited" });
  });

  it("a recovery code opens once, and they are shown for a short time", async () => {
    const shop = await openShop();
    await setUp(shop);
    const { userId } = shop.membership;
    const { codes } = await getSecondFactor(userId, later(60));
    expect(new Set(codes).size).toBe(10);
    expect((await getSecondFactor(userId, later(3_600))).codes).toBeNull();
    const totp = codes![3]!.toUpperCase().replace("-", "");
    expect((await signIn({ ...shop.credentials, totp }, at(later(60)), null)).ok).toBe(true);
    expect((await signIn({ ...shop.credentials, totp }, at(later(60)), null)).ok).toBe(false);
    expect((await getSecondFactor(userId, later(3_600))).codesLeft).toBe(9);
    const stored = await databases().control.rows<{ row: string }>(sql`SELECT u::text AS row FROM "user" u WHERE id = ${userId}`);
    expect(stored[0]!.row).not.toContain(codes![0]!);
  });

  it("is turned off with the password only", async () => {
    const shop = await openShop();
    const codeAt = await setUp(shop);
    const entered = await signIn({ ...shop.credentials, totp: codeAt(later(60)) }, at(later(60)), null);
    const session = (await findSession(entered.ok ? entered.value.secret : "", later(60)))!;
    expect(await endSecondFactor(session, "x", at(later(60)))).toMatchObject({ fields: [{ path: "current", code: "password_wrong" }] });
    expect((await endSecondFactor(session, PASSWORD, at(later(60)))).ok).toBe(true);
    expect((await signIn(shop.credentials, at(later(90)), null)).ok).toBe(true);
  });

  it("the owner may demand it of the team: who lacks it gets no further", async () => {
    const shop = await openShop();
    const admin = await shop.ctxOf("ADMIN");
    expect(await requireSecondFactor(admin, true)).toMatchObject({ code: "forbidden" });
    expect((await requireSecondFactor(shop.ctx, true)).ok).toBe(true);
    const now = openContext((await findMembership(shop.membership.userId, shop.tenantId))!, shop.ctx.request, new Date());
    expect(checkDemand(now, { permission: "product.read", tenantSlug: null })).toMatchObject({ code: "totp_setup_required" });
    expect(checkDemand(now, { permission: null, tenantSlug: null }).ok).toBe(true);
    await setUp(shop);
    const after = openContext((await findMembership(shop.membership.userId, shop.tenantId))!, shop.ctx.request, new Date());
    expect(checkDemand(after, { permission: "product.read", tenantSlug: null }).ok).toBe(true);
  });

  it("what is sealed opens for its purpose only, unaltered", () => {
    const sealed = seal("secreto", "totp");
    expect(unseal(sealed, "totp")).toBe("secreto");
    expect(unseal(sealed, "pending")).toBeNull();
    expect(unseal(`${sealed.slice(0, -2)}AA`, "totp")).toBeNull();
    expect(unseal("", "totp")).toBeNull();
  });
});
