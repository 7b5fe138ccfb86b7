import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { cancelPurchase } from "@/modules/purchases/commands/cancel-purchase.ts";
import { paySupplier } from "@/modules/purchases/commands/pay-supplier.ts";
import { registerPurchase } from "@/modules/purchases/commands/register-purchase.ts";
import { statementPdf } from "@/modules/purchases/queries/statement-file.ts";
import { supplierAccount } from "@/modules/purchases/queries/supplier-account.ts";
import { statementSheet } from "@/modules/purchases/queries/statement-sheet.ts";
import { supplierStatement } from "@/modules/purchases/queries/supplier-statement.ts";
import { paySupplierSchema, registerPurchaseSchema } from "@/modules/purchases/schema.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { createSupplierSchema } from "@/modules/suppliers/schema.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

test("G4 a statement of a period: what was owed before it, each paper by its own day with when it is due, and what is owed after", async () => {
  const { ctx } = await openShop();
  const supplierId = must(await saveSupplier(ctx, null, createSupplierSchema.parse({ name: "Bulonera Norte" }))).id;
  const product = await stockShelf(ctx);
  const bill = async (number: string, date: string, unitCost: string, dueDate = date) =>
    must(await registerPurchase(ctx, registerPurchaseSchema.parse({ supplierId, number, date, dueDate, lines: [{ productId: product, quantity: "1", unitCost }] }))).id;
  // Entered in another order than their papers' days.
  await bill("A 1-3", "2026-03-20", "300", "2026-04-20");
  await bill("A 1-1", "2026-01-10", "100");
  const wrong = await bill("A 1-2", "2026-03-05", "50");
  must(await paySupplier(ctx, supplierId, paySupplierSchema.parse({ amount: "121", date: "2026-02-01", method: "transfer" })));
  must(await paySupplier(ctx, supplierId, paySupplierSchema.parse({ amount: "100", date: "2026-03-25" })));
  must(await cancelPurchase(ctx, wrong, { reason: "mal" }));
  const march = must(await supplierStatement(ctx, supplierId, { from: "2026-01-15", to: "2026-03-31" }));
  expect(march).toMatchObject({ supplierName: "Bulonera Norte", opening: "121.00", closing: "323.50" });
  expect(march.lines.map(({ date, kind, dueDate, amount, balance }) => [date, kind, dueDate, amount, balance])).toEqual([
    ["2026-02-01", "payment", null, "-121.00", "0.00"],
    ["2026-03-05", "bill", null, "60.50", "60.50"],
    ["2026-03-20", "bill", "2026-04-20", "363.00", "423.50"],
    ["2026-03-25", "payment", null, "-100.00", "323.50"],
  ]);
  // The cancellation is of today.
  const whole = must(await supplierStatement(ctx, supplierId, {}));
  expect([whole.opening, whole.closing, whole.lines.at(-1)!.kind]).toEqual(["0.00", "263.00", "bill_cancelled"]);
  expect(must(await supplierAccount(ctx, supplierId, { limit: 10, from: "2026-02-01", to: "2026-03-10" })).items.map(({ date }) => date).sort()).toEqual(["2026-02-01", "2026-03-05"]);
  const paper = must(await statementPdf(ctx, supplierId, { from: "2026-01-15" }));
  const chunks: Buffer[] = [];
  for await (const chunk of paper.stream) chunks.push(chunk as Buffer);
  const file = Buffer.concat(chunks);
  expect([paper.name, file.subarray(0, 5).toString("latin1")]).toEqual(["Resumen de cuenta Bulonera Norte.pdf", "%PDF-"]);
  if (process.env["KEEP_PDF"]) writeFileSync(process.env["KEEP_PDF"], file);
  const sheet = must(await statementSheet(ctx, supplierId, { from: "2026-01-15", to: "2026-03-10", format: "csv" }));
  expect([sheet.name, await new Response(sheet.body).text()]).toEqual(["Resumen de cuenta Bulonera Norte.csv", "Fecha;Movimiento;Vence;Cargos;Pagos y créditos;Saldo\r\n15/01/2026;Saldo anterior;;;;121,00\r\n01/02/2026;Pago con transferencia;;;121,00;0,00\r\n05/03/2026;Boleta A 1-2;;60,50;;60,50\r\n"]);
  const other = await openShop();
  expect(await statementPdf(other.ctx, supplierId, {})).toMatchObject({ code: "not_found" });
  expect(await statementSheet(other.ctx, supplierId, { format: "xlsx" })).toMatchObject({ code: "not_found" });
});
