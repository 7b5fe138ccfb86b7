import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import { saveKit } from "@/modules/catalogue/commands/save-kit.ts";
import { kitSchema } from "@/modules/catalogue/schema.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { getFigures } from "@/modules/insights/queries/get-figures.ts";
import { cancelSale } from "@/modules/sales/commands/cancel-sale.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { returnSale } from "@/modules/sales/commands/return-sale.ts";
import { getSale } from "@/modules/sales/queries/get-sale.ts";
import type { SaleView } from "@/modules/sales/queries/sale-view.ts";
import { sumSales } from "@/modules/sales/queries/sum-sales.ts";
import type { RegisterSaleInput } from "@/modules/sales/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

async function sell(ctx: Context, input: RegisterSaleInput): Promise<SaleView> {
  const sold = await registerSale(ctx, input);
  if (!sold.ok) throw new Error(JSON.stringify(sold));
  return sold.value;
}

async function onHand(ctx: Context, productId: string): Promise<string> {
  const [level] = await ctx.db.rows<{ on_hand: string }>(sql`SELECT on_hand FROM stock_level WHERE product_id = ${productId}`);
  return level!.on_hand;
}

async function books(ctx: Context): Promise<Record<string, string>> {
  const rows = await ctx.db.rows<{ code: string; amount: string }>(sql`SELECT account_code AS code, sum(debit - credit)::numeric(14,2) AS amount FROM journal_line GROUP BY account_code HAVING sum(debit - credit) <> 0`);
  return Object.fromEntries(rows.map(({ code, amount }) => [code, amount]));
}

const WORN = { reason: "Vino fallado" };

test("a return gives back what was paid, discounts included, puts the goods on the shelf and turns the books over; the last part takes the rest", async () => {
  const { ctx } = await openShop();
  const product = await stockShelf(ctx, { salePrice: "100", costPrice: "40", stock: "10" });
  const before = await books(ctx);
  const sale = await sell(ctx, { lines: [{ productId: product, quantity: "3", discountPercent: "10" }], discountAmount: "10", payments: [{ method: "debit", amount: "130" }, { method: "cash", amount: "200" }] });
  expect(sale).toMatchObject({ total: "260.00", change: "70.00" });
  const line = sale.lines[0]!.id;
  const first = await returnSale(ctx, sale.id, { lines: [{ saleLineId: line, quantity: "1" }], refund: "original", ...WORN });
  expect(first).toMatchObject({ ok: true, value: { number: 1, saleNumber: 1, total: "86.67", refunds: [{ method: "debit", amount: "43.34" }, { method: "cash", amount: "43.33" }], lines: [{ quantity: "1.000", total: "86.67" }] } });
  expect(await getSale(ctx.db, sale.id)).toMatchObject({ status: "partly_returned", lines: [{ returned: "1.000" }], returns: [{ number: 1 }] });
  expect(await onHand(ctx, product)).toBe("8.000");
  const rest = await returnSale(ctx, sale.id, { lines: [{ saleLineId: line, quantity: "2" }], refund: "original", ...WORN });
  expect(rest).toMatchObject({ ok: true, value: { number: 2, total: "173.33" } });
  expect(await getSale(ctx.db, sale.id)).toMatchObject({ status: "returned" });
  expect(await books(ctx)).toEqual(before);
  expect(await returnSale(ctx, sale.id, { lines: [{ saleLineId: line, quantity: "1" }], refund: "cash", ...WORN })).toMatchObject({ code: "return_excess" });
  expect(await cancelSale(ctx, sale.id, WORN)).toMatchObject({ code: "sale_returned" });
  expect(await sumSales(ctx, {})).toMatchObject({ total: "0.00", cash: "0.00" });
  const period = { from: "2020-01-01", to: "2100-01-01" };
  expect(await getFigures(ctx, period)).toMatchObject({ sales: "0.00", profit: "0.00", units: "0.000", topProducts: [] });
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("never more than was sold, however many tills take it back at once; the same id again is the same return", async () => {
  const { ctx } = await openShop();
  const product = await stockShelf(ctx, { stock: "10" });
  const sale = await sell(ctx, { lines: [{ productId: product, quantity: "3" }] });
  const one = () => ({ id: newId(), lines: [{ saleLineId: sale.lines[0]!.id, quantity: "1" }], refund: "cash" as const, ...WORN });
  const answers = await Promise.all(Array.from({ length: 12 }, () => returnSale(ctx, sale.id, one())));
  expect(answers.filter(({ ok }) => ok).length).toBe(3);
  expect(answers.flatMap((answer) => (answer.ok ? [] : answer.code))).toEqual(Array.from({ length: 9 }, () => "return_excess"));

  const other = await sell(ctx, { lines: [{ productId: product, quantity: "1" }] });
  const input = { ...one(), lines: [{ saleLineId: other.lines[0]!.id, quantity: "1" }] };
  const repeated = await Promise.all(Array.from({ length: 8 }, () => returnSale(ctx, other.id, input)));
  expect(new Set(repeated.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(repeated[0]).toMatchObject({ ok: true, value: { number: 4 } });
  expect(await returnSale(ctx, other.id, { ...input, reason: "otro" })).toMatchObject({ code: "idempotency_mismatch" });
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("store credit is spent once, by code, and what is left stays", async () => {
  const { ctx } = await openShop();
  const product = await stockShelf(ctx, { salePrice: "100", stock: "50" });
  const sale = await sell(ctx, { lines: [{ productId: product, quantity: "3" }] });
  const returned = await returnSale(ctx, sale.id, { lines: [{ saleLineId: sale.lines[0]!.id, quantity: "3" }], refund: "store_credit", ...WORN });
  if (!returned.ok) throw new Error(returned.code);
  const { code, balance } = returned.value.storeCredits[0]!;
  expect(balance).toBe("300.00");
  const buy = (given: string) => registerSale(ctx, { lines: [{ productId: product, quantity: "1" }], payments: [{ method: "store_credit", amount: "100", code: given }] });
  const answers = await Promise.all(Array.from({ length: 8 }, () => buy(code.toLowerCase().replace("-", " "))));
  expect(answers.filter(({ ok }) => ok).length).toBe(3);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: "credit_short", params: { available: { money: "0.00" } } });
  expect(await buy("0000-0000")).toMatchObject({ code: "credit_unknown" });
  const [one] = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  expect(await cancelSale(ctx, one!.id, WORN)).toMatchObject({ ok: true, value: { status: "cancelled", cancellation: { reason: "Vino fallado" } } });
  expect(await buy(code)).toMatchObject({ ok: true });
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("an exchange is one ticket of both signs; the difference is paid, or given back", async () => {
  const { ctx } = await openShop();
  const [cheap, dear] = [await stockShelf(ctx, { salePrice: "100", costPrice: "50", stock: "10" }), await stockShelf(ctx, { name: "Taladro", salePrice: "250", costPrice: "120", stock: "10" })];
  const first = await sell(ctx, { lines: [{ productId: cheap, quantity: "2", discountPercent: "10" }] });
  const back = { saleLineId: first.lines[0]!.id, quantity: "-1" };
  const swapped = await sell(ctx, { lines: [back, { productId: dear, quantity: "1" }], payments: [{ method: "cash", amount: "200" }], expectedTotal: "160" });
  expect(swapped).toMatchObject({ total: "160.00", change: "40.00", subtotal: "150.00", discount: "-10.00", lines: [{ quantity: "1.000", returnedLineId: null }, { quantity: "-1.000", total: "-90.00", returnedLineId: back.saleLineId }] });
  expect(await getSale(ctx.db, swapped.id)).toEqual(swapped);
  expect([await onHand(ctx, cheap), await onHand(ctx, dear)]).toEqual(["9.000", "9.000"]);
  expect(await getSale(ctx.db, first.id)).toMatchObject({ status: "partly_returned", lines: [{ returned: "1.000" }] });

  const dearBack = { saleLineId: swapped.lines[0]!.id, quantity: "-1" };
  const down = await sell(ctx, { lines: [dearBack, { productId: cheap, quantity: "1" }] });
  expect(down).toMatchObject({ total: "-150.00", change: "150.00", payments: [] });
  const credit = await sell(ctx, { lines: [back, { description: "Tornillo", quantity: "1", unitPrice: "10" }], refund: "store_credit" });
  expect(credit).toMatchObject({ total: "-80.00", change: "0.00", payments: [{ method: "store_credit", amount: "-80.00" }] });
  expect(await registerSale(ctx, { lines: [back, { productId: cheap, quantity: "1" }] })).toMatchObject({ code: "return_excess" });
  expect(await registerSale(ctx, { lines: [{ saleLineId: credit.lines[0]!.id, quantity: "-1" }] })).toMatchObject({ code: "sale_empty" });
  expect(await auditTenant(ctx.db)).toEqual([]);

  expect(await cancelSale(ctx, credit.id, WORN)).toMatchObject({ ok: true, value: { status: "cancelled" } });
  expect(await cancelSale(ctx, credit.id, WORN)).toMatchObject({ code: "sale_cancelled" });
  expect(await getSale(ctx.db, first.id)).toMatchObject({ status: "partly_returned", lines: [{ returned: "1.000" }] });
  expect(await cancelSale(ctx, down.id, WORN)).toMatchObject({ ok: true });
  expect(await cancelSale(ctx, swapped.id, WORN)).toMatchObject({ ok: true });
  expect(await cancelSale(ctx, first.id, WORN)).toMatchObject({ ok: true });
  expect([await onHand(ctx, cheap), await onHand(ctx, dear)]).toEqual(["10.000", "10.000"]);
  expect(await auditTenant(ctx.db)).toEqual([]);
  expect(await sumSales(ctx, {})).toMatchObject({ tickets: 0, total: "0.00", cash: "0.00" });
});

test("a kit comes back as the parts that left; refunds keep to the member's limit; yesterday's sale is returned, not cancelled", async () => {
  const shop = await openShop();
  const { ctx } = shop;
  const product = await stockShelf(ctx, { salePrice: "30000", stock: "10" });
  const sale = await sell(ctx, { lines: [{ productId: product, quantity: "1" }] });
  const seller = await shop.ctxOf("seller");
  const back = { lines: [{ saleLineId: sale.lines[0]!.id, quantity: "1" }], refund: "cash" as const, ...WORN };
  expect(await returnSale(seller, sale.id, back)).toMatchObject({ code: "refund_over_limit", params: { max: { money: "20000" } } });
  expect(await cancelSale(seller, sale.id, WORN)).toMatchObject({ code: "refund_over_limit" });
  const later = shop.contextAt(new Date(Date.now() + 2 * 86_400_000));
  expect(await cancelSale(later, sale.id, WORN)).toMatchObject({ code: "sale_closed" });
  expect(await returnSale(later, sale.id, back)).toMatchObject({ ok: true });
  expect(await returnSale(ctx, newId(), back)).toMatchObject({ code: "not_found" });

  const [tap, box] = [await stockShelf(ctx, { name: "Canilla", stock: "10" }), await stockShelf(ctx, { name: "Kit", salePrice: "900" })];
  const kit = await saveKit(ctx, box, kitSchema.parse({ pricing: "own", components: [{ productId: tap, quantity: "2" }] }));
  expect(kit).toMatchObject({ ok: true });
  const boxes = await sell(ctx, { lines: [{ productId: box, quantity: "3" }] });
  expect(await onHand(ctx, tap)).toBe("4.000");
  // What the kit holds today does not matter: what left comes back.
  await saveKit(ctx, box, kitSchema.parse({ pricing: "own", components: [{ productId: tap, quantity: "1" }] }));
  expect(await returnSale(ctx, boxes.id, { lines: [{ saleLineId: boxes.lines[0]!.id, quantity: "2" }], refund: "cash", ...WORN })).toMatchObject({ ok: true });
  expect(await onHand(ctx, tap)).toBe("8.000");
  expect(await auditTenant(ctx.db)).toEqual([]);
});
