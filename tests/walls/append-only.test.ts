import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import { asRole, probe, type RoleSession } from "../support/as-role.ts";
import { failureOf } from "../support/failure-of.ts";
import { openShop, type TestShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

// What was written of goods and money stays written: the application's role may add and read, whatever SQL it is made to run.

/** Ledgers and documents; `stock_level` is what its ledger's trigger alone writes. */
const KEPT = [
  "stock_movement", "stock_level", "stock_closing", "stock_adjustment", "stock_count_entry", "product_cost_change",
  "purchase", "purchase_line", "purchase_tax", "purchase_cancellation", "goods_receipt", "goods_receipt_line", "goods_receipt_cancellation", "receipt_match",
  "supplier_return", "supplier_return_line", "supplier_return_cancellation", "credit_note", "credit_note_tax", "credit_note_cancellation",
  "supplier_entry", "supplier_payment", "supplier_payment_cancellation", "supplier_allocation",
  "sale_line", "sale_payment", "sale_cancellation", "sale_return", "sale_return_line", "sale_refund", "store_credit_entry", "cash_movement", "z_report",
  "customer_entry", "customer_payment", "journal_entry", "journal_line", "audit_entry",
];
let shop: TestShop;
let app: RoleSession;

beforeAll(async () => {
  [shop, app] = [await openShop(), await asRole(inject("appUrl"))];
  await stockShelf(shop.ctx, { stock: "5" });
});
afterAll(() => app.close());

const refusal = async (text: string, values: unknown[] = []): Promise<string | undefined> => (await failureOf(() => probe(app, shop.tenantId, () => app.query(text, values))))?.code;

test.each(KEPT)("I16 nothing of %s is changed, deleted or emptied", async (table) => {
  expect([await refusal(`UPDATE ${table} SET tenant_id = tenant_id`), await refusal(`DELETE FROM ${table}`), await refusal(`TRUNCATE ${table}`)]).toEqual(["42501", "42501", "42501"]);
});

test("I16 a level is not written past its ledger", async () => {
  expect(await refusal("INSERT INTO stock_level (location_id, product_id, on_hand, updated_at) SELECT location_id, product_id, 99, now() FROM stock_level")).toBe("42501");
});

test("I15 an entry that does not balance is refused by the database; control: one that does is taken", async () => {
  const post = (credit: string): Promise<unknown> => probe(app, shop.tenantId, async () => {
    const id = newId();
    await app.query("INSERT INTO journal_entry (id, source_kind, source_id, business_date) VALUES ($1, 'test', $1, now()::date)", [id]);
    await app.query(`INSERT INTO journal_line (entry_id, line_no, account_code, debit, credit) VALUES ($1, 1, 'stock', 10.00, 0), ($1, 2, 'stock_adjustments', 0, $2)`, [id, credit]);
  });
  expect((await failureOf(() => post("9.99")))?.code).toBe("MF001");
  expect(await failureOf(() => post("10.00"))).toBeFalsy();
});
