import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { cancelPayment } from "@/modules/purchases/commands/cancel-payment.ts";
import { cancelPurchase } from "@/modules/purchases/commands/cancel-purchase.ts";
import { paySupplier } from "@/modules/purchases/commands/pay-supplier.ts";
import { registerPurchase } from "@/modules/purchases/commands/register-purchase.ts";
import { getPurchase } from "@/modules/purchases/queries/get-purchase.ts";
import { listPurchases } from "@/modules/purchases/queries/list-purchases.ts";
import { supplierAccount } from "@/modules/purchases/queries/supplier-account.ts";
import { listPurchasesSchema, paySupplierSchema, registerPurchaseSchema } from "@/modules/purchases/schema.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { saveSupplierProducts } from "@/modules/suppliers/commands/save-supplier-products.ts";
import { createSupplierSchema, supplierProductsSchema } from "@/modules/suppliers/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const product = async (ctx: Context, given: object) => must(await createProduct(ctx, createProductSchema.parse({ unit: "u", taxRate: "21", ...given }))).id;
const supply = async (ctx: Context, given: object = {}) => must(await saveSupplier(ctx, null, createSupplierSchema.parse({ name: "Distribuidora Sur", ...given }))).id;
const enter = (ctx: Context, given: object) => registerPurchase(ctx, registerPurchaseSchema.parse({ number: "A 0001-00000001", date: "2026-11-02", ...given }));
const pay = (ctx: Context, supplierId: string, given: object) => paySupplier(ctx, supplierId, paySupplierSchema.parse(given));
const account = async (ctx: Context, supplierId: string) => must(await supplierAccount(ctx, supplierId, { limit: 50 }));

async function stateOf(ctx: Context, productId: string) {
  const [row] = await ctx.db.rows<Record<string, string | null>>(sql`
    SELECT (SELECT on_hand::text FROM stock_level WHERE product_id = ${productId}) AS stock, (SELECT cost_price::text FROM product WHERE id = ${productId}) AS cost,
           (SELECT average_cost::text FROM product_cost WHERE product_id = ${productId}) AS average,
           (SELECT string_agg(balance, ' ' ORDER BY balance) FROM (SELECT account_code || ' ' || sum(debit - credit) AS balance FROM journal_line GROUP BY account_code HAVING sum(debit - credit) <> 0) b) AS books`);
  return row!;
}

test("G3 a bill brings stock, cost, average, VAT and debt in one transaction, and cancelling takes all of it back", async () => {
  const { ctx, contextAt } = await openShop();
  const supplierId = await supply(ctx);
  const id = await product(ctx, { name: "Martillo", sku: "MA-1", costPrice: "100", salePrice: "300", initialStock: "10" });
  const before = await stateOf(ctx, id);
  expect(before).toEqual({ stock: "10.000", cost: "100.0000", average: null, books: "opening_balance -1000.00 stock 1000.00" });

  const bill = must(await enter(ctx, { supplierId, dueDate: "2026-12-02", lines: [{ sku: "MA-1", quantity: "10", unitCost: "150", discounts: "10" }], freight: "50", otherTaxes: "20.50", expectedTotal: "1704.00" }));
  expect(bill).toMatchObject({ status: "posted", subtotal: "1350.00", freight: "50.00", tax: "283.50", otherTaxes: "20.50", total: "1704.00", due: "1704.00", dueDate: "2026-12-02" });
  expect(bill.lines).toMatchObject([{ productId: id, net: "1350.00", landedCost: "140.00", costBefore: "100.00" }]);
  // 10 at 100 and 10 at 140.
  expect(await stateOf(ctx, id)).toEqual({ stock: "20.000", cost: "140.0000", average: "120.0000", books: "opening_balance -1000.00 payables -1704.00 stock 2400.00 tax_credits 20.50 vat_credit 283.50" });
  expect(await account(ctx, supplierId)).toMatchObject({ balance: "1704.00", items: [{ kind: "bill", reference: "A 0001-00000001", balance: "1704.00" }] });
  expect(await auditTenant(ctx.db)).toEqual([]);

  const cancelled = must(await cancelPurchase(contextAt(new Date(Date.now() + 1_000)), bill.id, { reason: "Era de otro negocio" }));
  expect(cancelled).toMatchObject({ status: "cancelled", due: "0.00", cancelledBy: "Marta Quiroga", cancelReason: "Era de otro negocio" });
  expect(await stateOf(ctx, id)).toEqual({ ...before, average: "100.0000" });
  expect(await account(ctx, supplierId)).toMatchObject({ balance: "0.00", items: [{ kind: "bill_cancelled", amount: "-1704.00" }, { kind: "bill", isCancelled: true }] });
  expect(await cancelPurchase(ctx, bill.id, { reason: "otra vez" })).toMatchObject({ code: "purchase_cancelled" });
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("G2 one paper of a supplier is entered once, however its number is written; a cancelled one may come again", async () => {
  const { ctx } = await openShop();
  const [supplierId, other] = [await supply(ctx), await supply(ctx, { name: "Otra" })];
  await product(ctx, { name: "Clavo", sku: "C" });
  const lines = [{ sku: "C", quantity: "1", unitCost: "10" }];
  const first = must(await enter(ctx, { supplierId, lines }));
  expect(await enter(ctx, { supplierId, number: "a1-1", lines })).toMatchObject({ fields: [{ path: "number", code: "purchase_taken" }] });
  must(await enter(ctx, { supplierId: other, lines }));
  must(await cancelPurchase(ctx, first.id, { reason: "mal" }));
  must(await enter(ctx, { supplierId, number: "a1-1", lines }));
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("I5 the same id at once is one bill with one answer; with another content it is refused", async () => {
  const { ctx, contextAt } = await openShop();
  const supplierId = await supply(ctx);
  const productId = await product(ctx, { name: "Clavo", sku: "C" });
  const id = newId();
  const lines = [{ sku: "C", quantity: "1", unitCost: "10" }];
  const answers = await Promise.all(Array.from({ length: 8 }, () => enter(contextAt(new Date()), { id, supplierId, lines })));
  expect(new Set(answers.map((answer) => JSON.stringify(must(answer))))).toHaveProperty("size", 1);
  expect(await stateOf(ctx, productId)).toMatchObject({ stock: "1.000" });
  expect(await enter(ctx, { id, supplierId, number: "otro", lines })).toMatchObject({ code: "idempotency_mismatch" });
  const paymentId = newId();
  const payments = await Promise.all(Array.from({ length: 8 }, () => pay(contextAt(new Date()), supplierId, { id: paymentId, amount: "5" })));
  expect(new Set(payments.map((answer) => JSON.stringify(must(answer))))).toHaveProperty("size", 1);
  expect(await account(ctx, supplierId)).toMatchObject({ balance: "7.10" });
});

test("G2 what is wrong is refused where it stands, and nothing is written", async () => {
  const [{ ctx, ctxOf }, stranger] = await Promise.all([openShop(), openShop()]);
  const supplierId = await supply(ctx);
  const [theirs, mine] = [await product(stranger.ctx, { name: "Ajeno", sku: "X" }), await product(ctx, { name: "Clavo", sku: "C" })];
  const line = { sku: "C", quantity: "2", unitCost: "10" };
  expect(await enter(ctx, { supplierId, lines: [line, { sku: "NO", quantity: "1", unitCost: "1" }, { productId: theirs, quantity: "1", unitCost: "1" }] })).toMatchObject({
    code: "product_unknown", fields: [{ path: "lines.1.sku" }, { path: "lines.2.productId" }] });
  expect(await enter(ctx, { supplierId: await supply(stranger.ctx), lines: [line] })).toMatchObject({ fields: [{ path: "supplierId", code: "not_found" }] });
  expect(await enter(ctx, { supplierId, locationId: newId(), lines: [line] })).toMatchObject({ fields: [{ path: "locationId", code: "not_found" }] });
  expect(await enter(ctx, { supplierId, lines: [line], expectedTotal: "24.21" })).toMatchObject({ code: "bill_total_differs", params: { total: { money: "24.20" } } });
  expect(await enter(ctx, { supplierId, lines: [{ ...line, quantity: "0.001", unitCost: "9999999999" }], freight: "99999999999" })).toMatchObject({ code: "too_large" });
  expect(registerPurchaseSchema.safeParse({ supplierId, number: "--", date: "2026-11-02", lines: [line] }).success).toBe(false);
  expect(registerPurchaseSchema.safeParse({ supplierId, number: "1", date: "2026-11-02", dueDate: "2026-11-01", lines: [line] }).success).toBe(false);
  expect(await stateOf(ctx, mine)).toEqual({ stock: null, cost: null, average: null, books: null });
  expect((await ctxOf("seller")).permissions.has("purchase.read")).toBe(false);
  expect((await ctxOf("accountant")).permissions.has("purchase.write")).toBe(false);
});

test("G3 cost follows the bill: a dozen and one free, the supplier's list, and dollars left to who wrote them down", async () => {
  const { ctx } = await openShop();
  const supplierId = await supply(ctx, { discounts: "20", freightPercent: "5" });
  const [bolt, nut, dollar] = [await product(ctx, { name: "Bulón", sku: "B" }), await product(ctx, { name: "Tuerca", sku: "T", costPrice: "7" }), await product(ctx, { name: "Importado", sku: "D", costPrice: "5" })];
  await ctx.db.execute(sql`UPDATE product SET cost_currency = 'USD' WHERE id = ${dollar}`);
  must(await saveSupplierProducts(ctx, supplierId, supplierProductsSchema.parse({ items: [{ sku: "B", listPrice: "1000", packSize: "10" }] }).items));
  expect((await stateOf(ctx, bolt)).cost).toBe("84.0000");
  const bill = must(await enter(ctx, { supplierId, lines: [
    { productId: bolt, quantity: "12", unitCost: "130" }, { productId: bolt, quantity: "1", unitCost: "0" },
    { productId: nut, quantity: "3", unitCost: "0" }, { productId: dollar, quantity: "1", unitCost: "6000", taxRate: "10.5" },
  ] }));
  expect(bill.taxes).toEqual([{ taxRate: "10.50", base: "6000.00", tax: "630.00" }, { taxRate: "21.00", base: "1560.00", tax: "327.60" }]);
  expect(await stateOf(ctx, bolt)).toMatchObject({ cost: "120.0000", average: "120.0000", stock: "13.000" });
  expect(await ctx.db.rows(sql`SELECT l.list_price::text AS list, c.cost::text FROM supplier_product l JOIN replacement_cost c ON c.product_id = l.product_id WHERE l.product_id = ${bolt}`)).toEqual([{ list: "1428.5714", cost: "120.0000" }]);
  expect((await stateOf(ctx, nut)).cost).toBe("7.0000");
  expect((await stateOf(ctx, dollar)).cost).toBe("5.0000");
  must(await cancelPurchase(ctx, bill.id, { reason: "x" }));
  expect(await ctx.db.rows(sql`SELECT l.list_price::text AS list FROM supplier_product l WHERE l.product_id = ${bolt}`)).toEqual([{ list: "1000.0000" }]);
  expect((await stateOf(ctx, bolt)).cost).toBe("84.0000");
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("G3 a cancelled bill leaves a cost that somebody changed since, and goods that are gone where the shop does not go below zero", async () => {
  const { ctx } = await openShop();
  const supplierId = await supply(ctx);
  const id = await product(ctx, { name: "Martillo", sku: "MA-1", costPrice: "100", salePrice: "300" });
  const [old, late] = [must(await enter(ctx, { supplierId, lines: [{ sku: "MA-1", quantity: "4", unitCost: "150" }] })), must(await enter(ctx, { supplierId, number: "2", lines: [{ sku: "MA-1", quantity: "4", unitCost: "160" }] }))];
  must(await cancelPurchase(ctx, old.id, { reason: "x" }));
  expect(await stateOf(ctx, id)).toMatchObject({ cost: "160.0000", average: "160.0000" });
  must(await registerSale(ctx, { lines: [{ sku: "MA-1", quantity: "3" }] }));
  await ctx.db.execute(sql`UPDATE shop SET negative_stock = 'refuse'`);
  expect(await cancelPurchase(ctx, late.id, { reason: "x" })).toMatchObject({ code: "stock_short", params: { name: "Martillo", available: { figure: "1.000" } } });
  expect(await getPurchase(ctx.db, late.id)).toMatchObject({ status: "posted" });
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("G4 payments pay the oldest due first, named bills, or ahead; cancelled ones are owed again", async () => {
  const { ctx, contextAt } = await openShop();
  // Each on its own second, as people do things.
  let second = Date.now();
  const next = () => contextAt(new Date((second += 1_000)));
  const supplierId = await supply(ctx);
  await product(ctx, { name: "Clavo", sku: "C" });
  const bill = async (number: string, dueDate: string) => must(await enter(next(), { supplierId, number, dueDate, date: "2026-01-02", lines: [{ sku: "C", quantity: "100", unitCost: "1", taxRate: "0" }] })).id;
  const [late, soon] = [await bill("1", "2026-03-02"), await bill("2", "2026-02-02")];
  const due = async () => must(await listPurchases(ctx, listPurchasesSchema.parse({ status: "due" }))).items.map(({ number, due: left }) => `${number}: ${left}`);
  expect(await due()).toEqual(["2: 100.00", "1: 100.00"]);

  const first = must(await pay(next(), supplierId, { amount: "130", method: "transfer" }));
  expect(first).toMatchObject({ allocations: [{ purchaseId: soon, amount: "100.00" }, { purchaseId: late, amount: "30.00" }], unallocated: "0.00" });
  expect(await due()).toEqual(["1: 70.00"]);
  expect(await pay(next(), supplierId, { amount: "80", allocations: [{ purchaseId: late, amount: "80" }] })).toMatchObject({ fields: [{ path: "allocations.0.amount", code: "payment_excess" }] });
  expect(await pay(next(), supplierId, { amount: "10", allocations: [{ purchaseId: late, amount: "20" }] })).toMatchObject({ fields: [{ path: "allocations", code: "payment_short" }] });
  expect(await pay(next(), supplierId, { amount: "10", allocations: [{ purchaseId: newId(), amount: "10" }] })).toMatchObject({ fields: [{ code: "not_found" }] });
  must(await pay(next(), supplierId, { amount: "100", allocations: [{ purchaseId: late, amount: "70" }] }));
  expect(await account(ctx, supplierId)).toMatchObject({ balance: "-30.00", overdue: "0.00" });

  must(await cancelPayment(next(), first.id, { reason: "rebotó" }));
  expect(await due()).toEqual(["2: 100.00", "1: 30.00"]);
  expect(await account(ctx, supplierId)).toMatchObject({ balance: "100.00", overdue: "130.00", items: [{ kind: "payment_cancelled", amount: "130.00" }, { kind: "payment" }, { kind: "payment", isCancelled: true }, { kind: "bill" }, { kind: "bill" }] });
  expect(await cancelPayment(next(), first.id, { reason: "x" })).toMatchObject({ code: "payment_cancelled" });
  // A cancelled bill frees what paid it.
  must(await cancelPurchase(next(), late, { reason: "x" }));
  expect(await account(ctx, supplierId)).toMatchObject({ balance: "0.00", overdue: "100.00" });
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("G2 bills are listed by page, found by number and supplier, and nobody else's", async () => {
  const [{ ctx }, stranger] = await Promise.all([openShop(), openShop()]);
  const [a, b] = [await supply(ctx, { name: "Acerías" }), await supply(ctx, { name: "Bulonera 100%" })];
  await product(ctx, { name: "Clavo", sku: "C" });
  for (const [supplierId, number, date] of [[a, "A-1", "2026-01-01"], [a, "A-2", "2026-01-03"], [b, "B-7", "2026-01-02"]]) must(await enter(ctx, { supplierId, number, date, lines: [{ sku: "C", quantity: "1", unitCost: "1" }] }));
  const list = async (given: object, who = ctx) => must(await listPurchases(who, listPurchasesSchema.parse(given)));
  const first = await list({ limit: "2" });
  expect(first.items.map(({ number }) => number)).toEqual(["A-2", "B-7"]);
  expect((await list({ limit: "2", cursor: first.nextCursor! })).items.map(({ number }) => number)).toEqual(["A-1"]);
  expect((await list({ q: "100%" })).items.map(({ number }) => number)).toEqual(["B-7"]);
  expect((await list({ supplierId: a, from: "2026-01-02", to: "2026-01-03" })).items.map(({ number }) => number)).toEqual(["A-2"]);
  expect((await list({ status: "cancelled" })).items).toEqual([]);
  expect((await list({}, stranger.ctx)).items).toEqual([]);
  expect(await listPurchases(ctx, listPurchasesSchema.parse({ cursor: "WyJ4Il0" }))).toMatchObject({ fields: [{ path: "cursor" }] });
});
