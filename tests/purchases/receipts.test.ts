import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { cancelCreditNote } from "@/modules/purchases/commands/cancel-credit-note.ts";
import { cancelPurchase } from "@/modules/purchases/commands/cancel-purchase.ts";
import { cancelReceipt } from "@/modules/purchases/commands/cancel-receipt.ts";
import { cancelReturn } from "@/modules/purchases/commands/cancel-return.ts";
import { decideDifference } from "@/modules/purchases/commands/decide-difference.ts";
import { registerCreditNote } from "@/modules/purchases/commands/register-credit-note.ts";
import { registerPurchase } from "@/modules/purchases/commands/register-purchase.ts";
import { registerReceipt } from "@/modules/purchases/commands/register-receipt.ts";
import { registerReturn } from "@/modules/purchases/commands/register-return.ts";
import { getReceipt } from "@/modules/purchases/queries/get-receipt.ts";
import { countOpenDifferences, listDifferences } from "@/modules/purchases/queries/list-differences.ts";
import { supplierAccount } from "@/modules/purchases/queries/supplier-account.ts";
import { listDifferencesSchema, registerCreditNoteSchema, registerPurchaseSchema, registerReceiptSchema, registerReturnSchema } from "@/modules/purchases/schema.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { createSupplierSchema } from "@/modules/suppliers/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const product = async (ctx: Context, given: object) => must(await createProduct(ctx, createProductSchema.parse({ unit: "u", taxRate: "21", ...given }))).id;
const supply = async (ctx: Context) => must(await saveSupplier(ctx, null, createSupplierSchema.parse({ name: "Distribuidora Sur" }))).id;
const receive = (ctx: Context, given: object) => registerReceipt(ctx, registerReceiptSchema.parse(given));
const bill = (ctx: Context, given: object) => registerPurchase(ctx, registerPurchaseSchema.parse({ number: `A 1-${newId()}`, date: "2026-11-02", ...given }));
const giveBack = (ctx: Context, given: object) => registerReturn(ctx, registerReturnSchema.parse({ reason: "Vino roto", ...given }));
const credit = (ctx: Context, given: object) => registerCreditNote(ctx, registerCreditNoteSchema.parse({ number: "NC 1-1", date: "2026-11-03", ...given }));
const queue = async (ctx: Context, given: object = {}) => (await listDifferences(ctx, listDifferencesSchema.parse(given))).items;

async function stateOf(ctx: Context, productId: string) {
  const [row] = await ctx.db.rows<Record<string, string | null>>(sql`
    SELECT (SELECT on_hand::text FROM stock_level WHERE product_id = ${productId}) AS stock, (SELECT cost_price::text FROM product WHERE id = ${productId}) AS cost,
           (SELECT average_cost::text FROM product_cost WHERE product_id = ${productId}) AS average,
           (SELECT string_agg(balance, ' ' ORDER BY balance) FROM (SELECT account_code || ' ' || sum(debit - credit) AS balance FROM journal_line GROUP BY account_code HAVING sum(debit - credit) <> 0) b) AS books`);
  return row!;
}

test("G2 goods before their bill: stock at the expected cost and no debt; the bill charges them, and only what is more comes with it", async () => {
  const { ctx } = await openShop();
  const supplierId = await supply(ctx);
  const id = await product(ctx, { name: "Martillo", sku: "MA-1", costPrice: "100", salePrice: "300", initialStock: "10" });
  const receipt = must(await receive(ctx, { supplierId, paper: "R 12", lines: [{ sku: "MA-1", quantity: "10", unitCost: "120" }] }));
  expect(receipt).toMatchObject({ number: "1", status: "unbilled", value: "1200.00", paper: "R 12" });
  expect(await stateOf(ctx, id)).toEqual({ stock: "20.000", cost: "100.0000", average: "110.0000", books: "goods_received -1200.00 opening_balance -1000.00 stock 2200.00" });
  expect(must(await supplierAccount(ctx, supplierId, { limit: 5 })).balance).toBe("0.00");

  const posted = must(await bill(ctx, { supplierId, receiptIds: [receipt.id], lines: [{ sku: "MA-1", quantity: "12", unitCost: "140" }] }));
  // As if all twelve had come with the bill: 10 at 100 and 12 at 140.
  expect(await stateOf(ctx, id)).toEqual({ stock: "22.000", cost: "140.0000", average: "121.8182", books: "opening_balance -1000.00 payables -2032.80 stock 2680.00 vat_credit 352.80" });
  expect((await getReceipt(ctx.db, receipt.id))!.view).toMatchObject({ status: "billed", bills: [{ purchaseId: posted.id }] });
  expect(await queue(ctx)).toMatchObject([{ kind: "quantity", expected: "10.0000", found: "12.0000" }, { kind: "price", expected: "120.0000", found: "140.0000", amount: "200.00" }]);
  expect(await cancelReceipt(ctx, receipt.id, { reason: "no" })).toMatchObject({ code: "receipt_billed" });
  expect(await bill(ctx, { supplierId, receiptIds: [receipt.id], lines: [{ sku: "MA-1", quantity: "1", unitCost: "140" }] })).toMatchObject({ fields: [{ path: "receiptIds.0", code: "receipt_billed" }] });
  expect(await auditTenant(ctx.db)).toEqual([]);

  must(await cancelPurchase(ctx, posted.id, { reason: "mal cargada" }));
  expect(await queue(ctx)).toEqual([]);
  expect(await stateOf(ctx, id)).toEqual({ stock: "20.000", cost: "100.0000", average: "110.0000", books: "goods_received -1200.00 opening_balance -1000.00 stock 2200.00" });
  must(await cancelReceipt(ctx, receipt.id, { reason: "era de otro" }));
  expect(await stateOf(ctx, id)).toEqual({ stock: "10.000", cost: "100.0000", average: "100.0000", books: "opening_balance -1000.00 stock 1000.00" });
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("G2 several bills use a receipt up to the last cent, and a tolerance of the shop says what is no difference", async () => {
  const { ctx } = await openShop();
  const supplierId = await supply(ctx);
  await product(ctx, { name: "Clavo", sku: "C" });
  const receipt = must(await receive(ctx, { supplierId, lines: [{ sku: "C", quantity: "3", unitCost: "3.3333" }] }));
  const line = (quantity: string, unitCost = "3.35") => ({ supplierId, receiptIds: [receipt.id], lines: [{ sku: "C", quantity, unitCost }] });
  must(await bill(ctx, line("1")));
  expect((await getReceipt(ctx.db, receipt.id))!.view).toMatchObject({ status: "partly_billed", lines: [{ billed: "1.000" }] });
  expect((await queue(ctx)).map(({ kind }) => kind)).toEqual(["quantity"]);
  await ctx.transact(async (tx) => { await tx.execute(sql`UPDATE shop SET bill_tolerance = 20`); return { ok: true, value: null }; });
  must(await bill(ctx, line("2", "3.90")));
  expect((await getReceipt(ctx.db, receipt.id))!.view.status).toBe("billed");
  expect((await queue(ctx)).map(({ kind }) => kind)).toEqual(["quantity"]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("G3 a difference is decided once, with a reason; goods go back, and the credit note settles both and pays the bill", async () => {
  const { ctx, contextAt } = await openShop();
  const supplierId = await supply(ctx);
  const id = await product(ctx, { name: "Pinza", sku: "P" });
  const receipt = must(await receive(ctx, { supplierId, lines: [{ productId: id, quantity: "10", unitCost: "100" }] }));
  const posted = must(await bill(ctx, { supplierId, receiptIds: [receipt.id], lines: [{ productId: id, quantity: "10", unitCost: "110" }] }));
  const [difference] = await queue(ctx);
  expect(await countOpenDifferences(ctx)).toBe(1);
  expect(must(await decideDifference(ctx, difference!.id, { decision: "claim", reason: "El precio acordado era 100" }))).toMatchObject({ decision: "claim", decidedBy: "Marta Quiroga" });
  expect(await decideDifference(ctx, difference!.id, { decision: "accept", reason: "x" })).toMatchObject({ code: "difference_decided" });
  expect(await queue(ctx)).toEqual([]);

  const back = must(await giveBack(ctx, { supplierId, lines: [{ sku: "P", quantity: "2" }] }));
  expect(back).toMatchObject({ number: "1", value: "220.00", status: "pending", lines: [{ unitCost: "110.0000" }] });
  expect(await giveBack(ctx, { supplierId, lines: [{ sku: "P", quantity: "2" }, { productId: id, quantity: "1" }] })).toMatchObject({ fields: [{ code: "product_repeated" }] });
  const later = contextAt(new Date(Date.now() + 1_000));
  const note = must(await credit(later, { supplierId, returnId: back.id, differenceIds: [difference!.id], taxes: [{ taxRate: "21", base: "320" }] }));
  expect(note).toMatchObject({ total: "387.20", unallocated: "0.00", allocations: [{ purchaseId: posted.id, amount: "387.20" }] });
  expect(must(await supplierAccount(ctx, supplierId, { limit: 5 }))).toMatchObject({ balance: "943.80", items: [{ kind: "credit_note", reference: "NC 1-1" }, { kind: "bill" }] });
  expect(await stateOf(ctx, id)).toMatchObject({ stock: "8.000", books: "payables -943.80 purchase_differences -100.00 stock 880.00 vat_credit 163.80" });
  expect(await queue(ctx, { status: "claimed" })).toEqual([]);
  expect(await cancelReturn(ctx, back.id, { reason: "no" })).toMatchObject({ code: "return_credited" });
  expect(await credit(ctx, { supplierId, number: "nc1-001", taxes: [{ taxRate: "21", base: "1" }] })).toMatchObject({ fields: [{ path: "number", code: "credit_note_taken" }] });
  expect(await credit(ctx, { supplierId, number: "2", returnId: back.id, taxes: [{ taxRate: "21", base: "1" }] })).toMatchObject({ code: "return_credited" });
  expect(await auditTenant(ctx.db)).toEqual([]);

  must(await cancelCreditNote(later, note.id, { reason: "era de otro" }));
  expect(await cancelCreditNote(later, note.id, { reason: "otra vez" })).toMatchObject({ code: "credit_note_cancelled" });
  must(await cancelReturn(later, back.id, { reason: "no lo llevaron" }));
  expect(await stateOf(ctx, id)).toMatchObject({ stock: "10.000", average: "110.0000", books: "payables -1331.00 stock 1100.00 vat_credit 231.00" });
  expect((await queue(ctx, { status: "claimed" })).length).toBe(1);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("I5 the same id at once is one document; with another content it is refused", async () => {
  const { ctx } = await openShop();
  const supplierId = await supply(ctx);
  await product(ctx, { name: "Lija", sku: "L" });
  const id = newId();
  const given = { id, supplierId, lines: [{ sku: "L", quantity: "5", unitCost: "10" }] };
  const answers = await Promise.all([receive(ctx, given), receive(ctx, given), receive(ctx, given)]);
  expect(answers.map((answer) => answer.ok && answer.value.number)).toEqual(["1", "1", "1"]);
  expect(await receive(ctx, { ...given, lines: [{ sku: "L", quantity: "6", unitCost: "10" }] })).toMatchObject({ code: "idempotency_mismatch" });
  const back = { id: newId(), supplierId, lines: [{ sku: "L", quantity: "1" }] };
  expect((await Promise.all([giveBack(ctx, back), giveBack(ctx, back)])).map((answer) => answer.ok && answer.value.number)).toEqual(["1", "1"]);
  const note = { id: newId(), supplierId, returnId: back.id, taxes: [{ taxRate: "21", base: "10" }] };
  expect((await Promise.all([credit(ctx, note), credit(ctx, note)])).every(({ ok }) => ok)).toBe(true);
  expect(await auditTenant(ctx.db)).toEqual([]);
});
