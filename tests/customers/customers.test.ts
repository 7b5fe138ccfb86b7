import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { saveCustomer } from "@/modules/customers/commands/save-customer.ts";
import { customerAccount } from "@/modules/customers/queries/customer-account.ts";
import { getCustomer, listCustomers } from "@/modules/customers/queries/list-customers.ts";
import { createCustomerSchema } from "@/modules/customers/schema.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { cancelSale } from "@/modules/sales/commands/cancel-sale.ts";
import { closeShift } from "@/modules/sales/commands/close-shift.ts";
import { collectPayment } from "@/modules/sales/commands/collect-payment.ts";
import { openShift } from "@/modules/sales/commands/open-shift.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { returnSale } from "@/modules/sales/commands/return-sale.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

test("a customer is found by name, phone or document, and one document is one customer", async () => {
  const { ctx } = await openShop();
  const marta = must(await saveCustomer(ctx, null, { name: "Marta Quiroga", phone: "11 5555-0101", documentType: "cuit", document: "20-12345678-6" }));
  expect(marta).toMatchObject({ document: "20123456786", balance: "0.00", version: 1 });
  must(await saveCustomer(ctx, null, { name: "Ana" }));
  must(await saveCustomer(ctx, null, { name: "Ana López" }));
  for (const q of ["lop", "LOPEZ", "lópez"]) expect(must(await listCustomers(ctx, { q, limit: 10 })).items.map(({ name }) => name), q).toEqual(["Ana López"]);
  for (const q of ["marta", "quiróga", "5555-0101", "20-1234", "55550101"]) expect(must(await listCustomers(ctx, { q, limit: 10 })).items.map(({ name }) => name), q).toEqual(["Marta Quiroga"]);
  expect(must(await listCustomers(ctx, { limit: 1 }))).toMatchObject({ items: [{ name: "Ana" }], nextCursor: expect.any(String) });
  expect(await saveCustomer(ctx, null, { name: "Otra", documentType: "cuit", document: "20 12345678 6" })).toMatchObject({ code: "document_taken" });
  expect(await saveCustomer(ctx, marta.id, { phone: "1", version: 9 })).toMatchObject({ code: "version_changed" });
  expect(must(await saveCustomer(ctx, marta.id, { phone: "1", version: 1 }))).toMatchObject({ phone: "1", name: "Marta Quiroga", version: 2 });
  expect(createCustomerSchema.safeParse({ name: "X", documentType: "cuit", document: "20-12345678-5" }).success).toBe(false);
});

test("what is sold on account is owed, and comes off by payments, returns and cancelling; the books say the same", async () => {
  const shop = await openShop();
  let clock = Date.now();
  const next = () => shop.contextAt(new Date((clock += 1_000)));
  const { ctx } = shop;
  const product = await stockShelf(ctx, { salePrice: "100", stock: "50" });
  const { id } = must(await saveCustomer(ctx, null, { name: "Marta" }));
  const shift = must(await openShift(next(), { float: "0" }));
  const onAccount = (quantity: string, amount: string) => ({ customerId: id, lines: [{ productId: product, quantity }], payments: [{ method: "account" as const, amount }] });
  const sale = must(await registerSale(next(), onAccount("3", "300")));
  const wrong = must(await registerSale(next(), onAccount("1", "100")));
  must(await returnSale(next(), sale.id, { lines: [{ saleLineId: sale.lines[0]!.id, quantity: "1" }], refund: "original", reason: "fallado" }));
  must(await cancelSale(next(), wrong.id, { reason: "error" }));
  const payment = { id: newId(), amount: "150", method: "cash" as const };
  const paid = must(await collectPayment(next(), id, payment));
  expect(must(await collectPayment(next(), id, payment))).toEqual(paid);
  expect(await collectPayment(next(), id, { ...payment, amount: "151" })).toMatchObject({ code: "idempotency_mismatch" });
  expect(must(await customerAccount(ctx, id, { limit: 50 }))).toMatchObject({ balance: "50.00", items: [{ kind: "payment", amount: "-150.00", balance: "50.00", method: "cash" }, { kind: "sale_cancelled" }, { kind: "return", amount: "-100.00" }, { kind: "sale", amount: "100.00" }, { kind: "sale", amount: "300.00", balance: "300.00" }] });
  const z = must(await closeShift(next(), shift.id, { counted: [{ method: "cash", amount: "150" }] }));
  expect(z.methods).toMatchObject([{ method: "cash", collected: "150.00", expected: "150.00" }, { method: "account", sales: "300.00", refunds: "100.00" }]);
  expect((await getCustomer(ctx.db, id))!.balance).toBe("50.00");
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("nobody owes without a name, and who may not give credit does not", async () => {
  const shop = await openShop();
  const product = await stockShelf(shop.ctx, { salePrice: "100", stock: "5" });
  const lines = [{ productId: product, quantity: "1" }];
  const payments = [{ method: "account" as const, amount: "100" }];
  expect(await registerSale(shop.ctx, { lines, payments })).toMatchObject({ code: "customer_required" });
  const seller = await shop.ctxOf("seller");
  const { id } = must(await saveCustomer(seller, null, { name: "Ana" }));
  expect(await registerSale(seller, { customerId: id, lines, payments })).toMatchObject({ code: "credit_forbidden" });
  expect(await registerSale(shop.ctx, { customerId: id, lines, payments })).toMatchObject({ ok: true });
  const other = await openShop();
  expect(await collectPayment(other.ctx, id, { amount: "1", method: "cash" })).toMatchObject({ code: "not_found" });
  const credit = must(await registerSale(shop.ctx, { customerId: id, lines }));
  must(await returnSale(shop.ctx, credit.id, { lines: [{ saleLineId: credit.lines[0]!.id, quantity: "1" }], refund: "store_credit", reason: "cambio" }));
  expect(await registerSale(shop.ctx, { customerId: id, lines, payments: [{ method: "store_credit", amount: "100" }] })).toMatchObject({ ok: true });
  expect(await auditTenant(shop.ctx.db)).toEqual([]);
});
