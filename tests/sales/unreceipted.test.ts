import { beforeAll, expect, it } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { openPriceRun } from "@/modules/pricing/commands/open-price-run.ts";
import { openUndo } from "@/modules/pricing/commands/open-undo.ts";
import { priceRunSchema, undoSchema } from "@/modules/pricing/schema.ts";
import { cancelSale } from "@/modules/sales/commands/cancel-sale.ts";
import { openShift } from "@/modules/sales/commands/open-shift.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { returnSale } from "@/modules/sales/commands/return-sale.ts";
import { getSale } from "@/modules/sales/queries/get-sale.ts";
import { loadLowestPrices } from "@/modules/pricing/queries/load-lowest-prices.ts";
import { getShift } from "@/modules/sales/queries/shift-view.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import { setPin } from "@/modules/team/commands/set-pin.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { doJobs } from "../support/do-jobs.ts";
import { openShop, type TestShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

let shop: TestShop;
let ctx: Context;
let hammer: string;
let drill: string;

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const onHand = async (id: string): Promise<string> => (await ctx.db.rows<{ n: string }>(sql`SELECT on_hand AS n FROM stock_level WHERE product_id = ${id}`))[0]!.n;
const back = (productId: string, quantity = "-1") => ({ lines: [{ productId, quantity }], notes: "no trae el ticket" });

beforeAll(async () => {
  shop = await openShop();
  ctx = shop.ctx;
  hammer = await stockShelf(ctx, { salePrice: "121", costPrice: "60", stock: "10" });
  drill = await stockShelf(ctx, { name: "Taladro", salePrice: "500", costPrice: "300", stock: "10" });
  must(await openShift(ctx, { float: "1000" }));
});

it("F4 goods come back without their sale: the shelf, the drawer, the books, the number and the trail say so, and it can be cancelled", async () => {
  const sale = must(await registerSale(ctx, { ...back(hammer, "-2"), expectedTotal: "-242" }));
  expect(sale).toMatchObject({ total: "-242.00", tax: "-42.00", change: "242.00", payments: [], notes: "no trae el ticket", lines: [{ quantity: "-2.000", unitPrice: "121.00", total: "-242.00", returnedLineId: null, priceList: null }] });
  expect(await getSale(ctx.db, sale.id)).toEqual(sale);
  expect(await onHand(hammer)).toBe("12.000");
  const [trace] = await ctx.db.rows<{ detail: object }>(sql`SELECT detail FROM audit_entry WHERE action = 'sale.take_back' AND entity_id = ${sale.id}::uuid`);
  expect(trace!.detail).toEqual({ total: "-242.00", reason: "no trae el ticket" });
  const [shift] = await ctx.db.rows<{ id: string }>(sql`SELECT id FROM till_shift`);
  expect(await getShift(ctx.db, shift!.id, true)).toMatchObject({ unreceipted: { count: 1, total: "242.00" }, methods: [{ method: "cash", sales: "-242.00", expected: "758.00" }] });
  expect(await returnSale(ctx, sale.id, { lines: [{ saleLineId: sale.lines[0]!.id, quantity: "1" }], refund: "cash", reason: "otra vez" })).toMatchObject({ ok: false });
  expect(await auditTenant(ctx.db)).toEqual([]);
  must(await cancelSale(ctx, sale.id, { reason: "era de otro lado" }));
  expect(await onHand(hammer)).toBe("10.000");
  expect(await getShift(ctx.db, shift!.id, true)).toMatchObject({ unreceipted: { count: 0, total: "0.00" } });
  expect(await auditTenant(ctx.db)).toEqual([]);
});

it("F4 in one ticket with what is taken instead, or as a voucher; twelve at once under one id are one", async () => {
  const swapped = must(await registerSale(ctx, { lines: [{ productId: drill, quantity: "1" }, { productId: hammer, quantity: "-1" }], notes: "cambio", discountPercent: "10", payments: [{ method: "cash", amount: "400" }] }));
  expect(swapped).toMatchObject({ total: "329.00", change: "71.00", discount: "50.00", lines: [{ total: "450.00" }, { total: "-121.00", discount: "0.00" }] });
  const voucher = must(await registerSale(ctx, { ...back(hammer), refund: "store_credit" }));
  expect(voucher).toMatchObject({ total: "-121.00", payments: [{ method: "store_credit", amount: "-121.00" }], storeCredits: [{ balance: "121.00" }] });
  const before = await onHand(hammer);
  const id = newId();
  const answers = await Promise.all(Array.from({ length: 12 }, () => registerSale(ctx, { id, ...back(hammer) })));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(Number(await onHand(hammer))).toBe(Number(before) + 1);
  expect(await registerSale(ctx, { id, ...back(hammer, "-2") })).toMatchObject({ code: "idempotency_mismatch" });
  expect(await auditTenant(ctx.db)).toEqual([]);
});

it("F4 one of them is worth the lowest price of the last 90 days: nobody gets back more than they can have paid, and a run that was undone counts for nothing", async () => {
  const paint = newId();
  const at = (days: number) => new Date(ctx.now.getTime() - days * 86_400_000);
  await ctx.db.execute(sql`INSERT INTO product (id, sku, name, unit, tax_rate, sale_price, updated_at) VALUES (${paint}, 'PINT', 'Pintura', 'u', 21, 50, ${at(120)})`);
  for (const [price, days] of [["80", 100], ["120", 40], ["200", 5]] as const) await ctx.db.execute(sql`UPDATE product SET sale_price = ${price}::numeric, updated_at = ${at(days)} WHERE id = ${paint}`);
  const lowest = async (days: number) => (await loadLowestPrices(ctx.db, at(-days), [paint])).get(paint);
  // 80 was the price when the 90 days began.
  expect([await lowest(0), await lowest(60), await lowest(200)]).toEqual(["80.0000", "120.0000", "200.0000"]);
  const run = must(await openPriceRun(ctx, priceRunSchema.parse({ scope: { productIds: [paint] }, rule: { kind: "percent", value: "-90" } })));
  await doJobs(shop.tenantId);
  expect(await lowest(0)).toBe("20.0000");
  must(await openUndo(ctx, run.id, undoSchema.parse({})));
  await doJobs(shop.tenantId);
  expect(await lowest(0)).toBe("80.0000");
  expect(must(await registerSale(ctx, back(paint)))).toMatchObject({ total: "-80.00" });
  expect(must(await registerSale(ctx, { lines: [{ productId: paint, quantity: "-1", unitPrice: "120" }], notes: "lo recuerdo" }))).toMatchObject({ total: "-120.00", lines: [{ listPrice: "80.00" }] });
});

it("F4 it asks for a right of its own and a reason: a seller needs a second member's PIN, and their limits still hold", async () => {
  const seller = await shop.ctxOf("seller");
  must(await setPin(ctx, "8306"));
  expect(await registerSale(ctx, { lines: back(hammer).lines })).toMatchObject({ fields: [{ path: "notes", code: "required" }] });
  expect(await registerSale(seller, back(hammer))).toMatchObject({ code: "return_unreceipted" });
  const allowed = must(await registerSale(seller, { ...back(hammer), approval: { pin: "8306", reason: "lo conozco" } }));
  expect(allowed).toMatchObject({ total: "-121.00", approvals: [{ kinds: ["unreceipted"], memberName: ctx.member.name, reason: "lo conozco" }] });
  const other = await shop.ctxOf("seller");
  must(await setPin(other, "5193"));
  expect(await registerSale(seller, { ...back(hammer), approval: { pin: "5193", reason: "dale" } })).toMatchObject({ code: "approval_short" });
  const viewer = await shop.ctxOf("viewer");
  expect(await registerSale(viewer, back(hammer))).toMatchObject({ code: "forbidden" });
  expect(await auditTenant(ctx.db)).toEqual([]);
});

it("F4 what is no such line is refused: goods without a product, a discount on what comes back, and what comes back of a sale alone stays a return", async () => {
  const read = (line: object) => registerSaleSchema.safeParse({ lines: [line], notes: "x" }).success;
  expect(read({ productId: hammer, quantity: "-1" })).toBe(true);
  expect(read({ quantity: "-1", unitPrice: "10", description: "algo" })).toBe(false);
  expect(read({ productId: hammer, quantity: "-1", discountPercent: "10" })).toBe(false);
  expect(read({ productId: hammer, saleLineId: newId(), quantity: "-1" })).toBe(false);
  const sale = must(await registerSale(ctx, { lines: [{ productId: hammer, quantity: "2" }] }));
  const own = { saleLineId: sale.lines[0]!.id, quantity: "-1" };
  expect(await registerSale(ctx, { lines: [own] })).toMatchObject({ code: "sale_empty" });
  expect(must(await registerSale(ctx, { lines: [own, { productId: hammer, quantity: "-1" }], notes: "uno con, uno sin" }))).toMatchObject({ total: "-242.00" });
});
