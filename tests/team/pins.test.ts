import { expect, it } from "vitest";
import { newId } from "@/kernel/id.ts";
import { enterAs } from "@/modules/identity/commands/enter-as.ts";
import { findMembership } from "@/modules/identity/queries/find-membership.ts";
import { findSession } from "@/modules/identity/queries/find-session.ts";
import { findTill } from "@/modules/identity/queries/find-till.ts";
import { listSessions } from "@/modules/identity/queries/list-sessions.ts";
import { switchShop } from "@/modules/identity/commands/switch-shop.ts";
import { clearPin } from "@/modules/team/commands/clear-pin.ts";
import { deactivateMember } from "@/modules/team/commands/deactivate-member.ts";
import { endTill } from "@/modules/team/commands/end-till.ts";
import { enterByPin } from "@/modules/team/commands/enter-by-pin.ts";
import { lockTill } from "@/modules/team/commands/lock-till.ts";
import { setPin } from "@/modules/team/commands/set-pin.ts";
import { shareTill } from "@/modules/team/commands/share-till.ts";
import { getMember } from "@/modules/team/queries/get-member.ts";
import { listTills } from "@/modules/team/queries/list-tills.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { checkDemand, openContext } from "@/modules/tenancy/gate.ts";
import { listAudit } from "@/modules/tenancy/queries/list-audit.ts";
import { auditQuery } from "@/modules/tenancy/schema.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop, visitor, type TestShop } from "../support/open-shop.ts";

const JUAN = "4072";
const MARTA = "8306";

/** A shop whose owner shared one till; a seller has a PIN too. */
async function openTill(): Promise<{ shop: TestShop; seller: Context; till: NonNullable<Awaited<ReturnType<typeof findTill>>> }> {
  const shop = await openShop();
  const seller = await shop.ctxOf("seller");
  expect(await shareTill(shop.ctx)).toMatchObject({ ok: false, code: "pin_missing" });
  for (const [ctx, pin] of [[shop.ctx, MARTA], [seller, JUAN]] as const) expect((await setPin(ctx, pin)).ok).toBe(true);
  const shared = await shareTill(shop.ctx);
  if (!shared.ok) throw new Error(shared.code);
  return { shop, seller, till: (await findTill(shared.value.secret, new Date()))! };
}

async function take(till: Awaited<ReturnType<typeof openTill>>["till"], pin: string, previous: string | null = null): Promise<string> {
  const turn = await enterByPin(till, pin, visitor(), previous);
  if (!turn.ok) throw new Error(turn.code);
  return turn.value.secret;
}

const refusal = (result: { ok: boolean; code?: string }) => (result.ok ? "accepted" : result.code);
const sessionOf = (secret: string) => findSession(secret, new Date());

it("A8 a PIN puts its person at the till, the one before is out, and the trail tells who took over from whom", async () => {
  const { shop, seller, till } = await openTill();
  const first = await take(till, MARTA);
  expect(await sessionOf(first)).toMatchObject({ byPin: true, provedAt: null, membership: { id: shop.ctx.member.id } });
  const second = await take(till, JUAN, first);
  expect(await sessionOf(first)).toBeNull();
  expect(await sessionOf(second)).toMatchObject({ membership: { id: seller.member.id } });
  expect((await listTills(shop.ctx))[0]).toMatchObject({ person: "Test seller", sharedBy: "Marta Quiroga" });
  expect((await listSessions(seller.member.userId, new Date()))[0]).toMatchObject({ byPin: true });
  const { items } = await listAudit(shop.ctx, auditQuery.parse({ action: "till.enter" }));
  expect(items[0]).toMatchObject({ memberId: seller.member.id, entityId: till.id, detail: { before: { name: "Marta Quiroga" }, after: { name: "Test seller" } } });
});

it("A8 PINs are distinct in a shop, and whose one is stays unknown; another shop's is its own affair", async () => {
  const { shop, seller } = await openTill();
  const other = await openShop();
  expect(await setPin(seller, MARTA)).toEqual(await setPin(seller, "1234"));
  expect((await setPin(seller, JUAN)).ok).toBe(true);
  expect((await setPin(other.ctx, MARTA)).ok).toBe(true);
  const stored = await databases().control.rows<{ text: string; hash: Buffer }>(sql`SELECT membership::text AS text, pin_hash AS hash FROM membership WHERE id IN (${shop.ctx.member.id}, ${other.ctx.member.id})`);
  expect(stored[0]!.hash.equals(stored[1]!.hash)).toBe(false);
  expect(stored[0]!.text).not.toContain(MARTA);
  const racers = await Promise.all([shop.ctxOf("viewer"), shop.ctxOf("accountant"), shop.ctxOf("ADMIN")]);
  const results = await Promise.all(racers.map((ctx) => setPin(ctx, "70316")));
  expect(results.map(refusal).sort()).toEqual(["accepted", "pin_refused", "pin_refused"]);
});

it("A8 by PIN there is the counter and nothing else, whatever the person may do whole", async () => {
  const { shop, till } = await openTill();
  const session = (await sessionOf(await take(till, MARTA)))!;
  const ctx = openContext(session.membership, shop.ctx.request, new Date(), session);
  const asked = (permission: Parameters<typeof checkDemand>[1]["permission"]) => refusal(checkDemand(ctx, { permission, tenantSlug: shop.slug }));
  for (const open of ["sale.register", "sale.read", "product.read", null] as const) expect(asked(open), String(open)).toBe("accepted");
  for (const shut of ["member.write", "member.read", "settings.write", "settings.read", "price.change", "product.cost", "product.write", "audit.read", "report.read", "shop.own", "till.share"] as const) expect(asked(shut), shut).toBe("whole_sign_in_required");
  const seller = (await sessionOf(await take(till, JUAN)))!;
  expect(refusal(checkDemand(openContext(seller.membership, shop.ctx.request, new Date(), seller), { permission: "member.read", tenantSlug: shop.slug }))).toBe("forbidden");
  expect(refusal(checkDemand(ctx, { permission: "sale.register", tenantSlug: shop.slug, memberId: newId() }))).toBe("person_changed");
  expect(refusal(await switchShop(await take(till, MARTA), shop.slug, visitor()))).toBe("whole_sign_in_required");
});

it("A8 wrong PINs wait, at the till and in the shop, and never for ever", async () => {
  const { till } = await openTill();
  const at = (seconds: number) => visitor({ now: new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + seconds * 1_000) });
  const answers = [];
  for (let i = 0; i < 7; i += 1) answers.push(await enterByPin(till, String(5_100 + i * 7), at(i), null));
  expect(answers.map(refusal)).toEqual([...Array.from({ length: 5 }, () => "pin_wrong"), "rate_limited", "rate_limited"]);
  expect(answers.at(-1)).toMatchObject({ params: { seconds: 24 } });
  expect(refusal(await enterByPin(till, JUAN, at(10), null))).toBe("rate_limited");
  expect((await enterByPin(till, JUAN, at(31), null)).ok).toBe(true);
});

it("A8 D8 gone at once: deactivated, PIN cleared or changed, till ended, locked", async () => {
  const { shop, seller, till } = await openTill();
  let turn = await take(till, JUAN);
  expect((await setPin(seller, "70316")).ok).toBe(true);
  expect(await sessionOf(turn)).toBeNull();
  expect(refusal(await enterByPin(till, JUAN, visitor(), null))).toBe("pin_wrong");
  turn = await take(till, "70316");
  expect((await clearPin(shop.ctx, seller.member.id)).ok).toBe(true);
  expect(await sessionOf(turn)).toBeNull();
  expect(await getMember(shop.ctx, seller.member.id)).toMatchObject({ value: { hasPin: false } });
  expect((await setPin(seller, JUAN)).ok).toBe(true);
  turn = await take(till, JUAN);
  expect((await lockTill(shop.ctx, till, turn)).ok).toBe(true);
  expect(await sessionOf(turn)).toBeNull();
  turn = await take(till, JUAN);
  expect((await deactivateMember(shop.ctx, seller.member.id)).ok).toBe(true);
  expect(await sessionOf(turn)).toBeNull();
  expect(refusal(await enterByPin(till, JUAN, visitor(), null))).toBe("pin_wrong");
  turn = await take(till, MARTA);
  expect((await endTill(shop.ctx, till.id)).ok).toBe(true);
  expect(await sessionOf(turn)).toBeNull();
  expect(refusal(await enterByPin(till, MARTA, visitor(), null))).toBe("till_gone");
  expect(await listTills(shop.ctx)).toEqual([]);
});

it("B2 another shop's till and PINs are not there", async () => {
  const { till } = await openTill();
  const other = await openShop();
  expect((await setPin(other.ctx, "159386")).ok).toBe(true);
  expect(refusal(await enterByPin(till, "159386", visitor(), null))).toBe("pin_wrong");
  expect(await endTill(other.ctx, till.id)).toMatchObject({ ok: false, code: "not_found" });
  expect(await listTills(other.ctx)).toEqual([]);
});

it("A8 a PIN ends with its turn, a whole session of the same person does not", async () => {
  const { shop, till } = await openTill();
  const whole = await enterAs((await findMembership(shop.ctx.member.userId, shop.tenantId))!, visitor(), null);
  const turn = await take(till, MARTA);
  const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  expect(await findSession(turn, later(13))).toBeNull();
  expect(await findSession(whole.secret, later(13))).not.toBeNull();
});
