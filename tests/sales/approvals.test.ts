import { beforeAll, expect, it } from "vitest";
import { newId } from "@/kernel/id.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { cancelSale } from "@/modules/sales/commands/cancel-sale.ts";
import { giveApproval } from "@/modules/sales/commands/give-approval.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { returnSale } from "@/modules/sales/commands/return-sale.ts";
import { getSale } from "@/modules/sales/queries/get-sale.ts";
import { deactivateMember } from "@/modules/team/commands/deactivate-member.ts";
import { setPin } from "@/modules/team/commands/set-pin.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop, type TestShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

const PIN = "8306";
const WHY = { pin: PIN, reason: "cliente de siempre" };
const quarter = (productId: string) => ({ lines: [{ productId, quantity: "1", discountPercent: "25" }] });

let shop: TestShop;
let seller: Context;
let product: string;

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

beforeAll(async () => {
  shop = await openShop();
  seller = await shop.ctxOf("seller");
  product = await stockShelf(shop.ctx, { salePrice: "121", costPrice: "95", stock: "1000" });
  must(await setPin(shop.ctx, PIN));
  must(await setPin(seller, "4072"));
});

it("F3 what passes the seller's limits is sold with a second member's PIN, and the sale says who allowed what and why", async () => {
  expect(await registerSale(seller, quarter(product))).toMatchObject({ code: "discount_over_limit" });
  const sale = must(await registerSale(seller, { ...quarter(product), approval: WHY }));
  expect(sale).toMatchObject({ total: "90.75", approvals: [{ document: "sale", kinds: ["below_cost", "discount"], askedBy: seller.member.name, memberName: shop.ctx.member.name, reason: WHY.reason }] });
  expect(must(accept(await getSale(shop.ctx.db, sale.id)))).toEqual(sale);
  const [trace] = await shop.ctx.db.rows<{ detail: object }>(sql`SELECT detail FROM audit_entry WHERE action = 'sale.approve' AND entity_id = ${sale.id}::uuid`);
  expect(trace!.detail).toEqual({ approvedBy: shop.ctx.member.name, kinds: ["below_cost", "discount"], reason: WHY.reason });
  const priced = { lines: [{ productId: product, quantity: "1", unitPrice: "119" }] };
  expect(await registerSale(seller, priced)).toMatchObject({ code: "price_override" });
  expect(must(await registerSale(seller, { ...priced, approval: WHY })).approvals).toMatchObject([{ kinds: ["price"] }]);
  // Nobody was needed: nothing is said of anybody.
  expect(must(await registerSale(seller, { lines: [{ productId: product, quantity: "1" }], approval: WHY })).approvals).toEqual([]);
});

it("F3 a wrong PIN, one's own, or that of somebody who may no more sells nothing, and the same sale goes through with the right one", async () => {
  const sale = { id: newId(), ...quarter(product) };
  expect(await registerSale(seller, { ...sale, approval: { ...WHY, pin: "9514" } })).toMatchObject({ code: "pin_wrong", fields: [{ path: "approval.pin" }] });
  expect(await registerSale(seller, { ...sale, approval: { ...WHY, pin: "4072" } })).toMatchObject({ code: "approval_own" });
  expect(await registerSale(seller, { ...sale, approval: { ...WHY, memberId: seller.member.id } })).toMatchObject({ code: "pin_wrong" });
  const other = await shop.ctxOf("seller");
  must(await setPin(other, "5193"));
  expect(await registerSale(seller, { ...sale, approval: { ...WHY, pin: "5193" } })).toMatchObject({ code: "approval_short", params: { name: other.member.name } });
  const done = must(await registerSale(seller, { ...sale, approval: { ...WHY, memberId: shop.ctx.member.id } }));
  expect(must(await registerSale(seller, { ...sale, approval: WHY }))).toEqual(done);
});

it("F3 a grant stands for the PIN: for one document of who asked, for what was asked and no more", async () => {
  const needs = { discountPercent: "25.00", belowCost: true as const };
  expect(await giveApproval(seller, { ...WHY, pin: "9514", needs })).toMatchObject({ code: "pin_wrong" });
  const { grant } = must(await giveApproval(seller, { ...WHY, needs }));
  expect(await registerSale(seller, { lines: [{ productId: product, quantity: "1", discountPercent: "30" }], approval: { grant } })).toMatchObject({ code: "discount_over_limit" });
  expect(await registerSale(await shop.ctxOf("seller"), { ...quarter(product), approval: { grant } })).toMatchObject({ code: "approval_gone" });
  const id = newId();
  must(await registerSale(seller, { id, ...quarter(product), approval: { grant } }));
  expect(must(await registerSale(seller, { id, ...quarter(product), approval: { grant } })).id).toBe(id);
  expect(await registerSale(seller, { ...quarter(product), approval: { grant } })).toMatchObject({ code: "approval_gone" });
  expect(await registerSale(seller, { ...quarter(product), approval: { grant: `${grant}x` } })).toMatchObject({ code: "approval_gone" });
  const tomorrow = { ...seller, now: new Date(seller.now.getTime() + 13 * 3_600_000) };
  const old = must(await giveApproval(seller, { ...WHY, needs }));
  expect(await registerSale(tomorrow, { ...quarter(product), approval: { grant: old.grant } })).toMatchObject({ code: "approval_gone" });
  const boss = await shop.ctxOf("ADMIN");
  must(await setPin(boss, "6284"));
  const late = must(await giveApproval(seller, { pin: "6284", reason: "vale", needs }));
  must(await deactivateMember(shop.ctx, boss.member.id));
  expect(await registerSale(seller, { ...quarter(product), approval: { grant: late.grant } })).toMatchObject({ code: "approval_gone" });
});

it("F3 money back beyond the limit, and goods that are not there, wait for the second member too", async () => {
  const dear = await stockShelf(shop.ctx, { salePrice: "30000", stock: "1000" });
  const sell = async () => must(await registerSale(shop.ctx, { lines: [{ productId: dear, quantity: "1" }] }));
  const sale = await sell();
  const back = { lines: [{ saleLineId: sale.lines[0]!.id, quantity: "1" }], refund: "cash" as const, reason: "fallado" };
  expect(await returnSale(seller, sale.id, back)).toMatchObject({ code: "refund_over_limit" });
  const returned = must(await returnSale(seller, sale.id, { ...back, approval: WHY }));
  expect((await getSale(shop.ctx.db, sale.id))!.approvals).toMatchObject([{ document: "sale_return", documentId: returned.id, kinds: ["refund"] }]);
  const second = await sell();
  expect(await cancelSale(seller, second.id, { reason: "error" })).toMatchObject({ code: "refund_over_limit" });
  expect(must(await cancelSale(seller, second.id, { reason: "error", approval: WHY })).approvals).toMatchObject([{ document: "sale_cancellation", kinds: ["refund"] }]);
  const empty = await stockShelf(shop.ctx, { stock: "1" });
  const careful = { ...seller, permissions: new Set([...seller.permissions].filter((name) => name !== "stock.negative")) };
  const two = { lines: [{ productId: empty, quantity: "2" }] };
  expect(await registerSale(careful, two)).toMatchObject({ code: "stock_short" });
  expect(must(await registerSale(careful, { ...two, approval: WHY })).approvals).toMatchObject([{ kinds: ["negative_stock"] }]);
  expect(await auditTenant(shop.ctx.db)).toEqual([]);
});

it("F3 wrong PINs are counted: after five in half a minute the right one waits too, and the ticket with it", async () => {
  const hasty = { ...(await shop.ctxOf("seller")), now: new Date() };
  for (let i = 0; i < 5; i += 1) expect(await giveApproval(hasty, { ...WHY, pin: "9514", needs: { price: true } })).toMatchObject({ code: "pin_wrong" });
  expect(await giveApproval(hasty, { ...WHY, needs: { price: true } })).toMatchObject({ code: "rate_limited" });
});
