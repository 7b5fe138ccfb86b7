import { expect, it } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { cancelSale } from "@/modules/sales/commands/cancel-sale.ts";
import { closeShift } from "@/modules/sales/commands/close-shift.ts";
import { openShift } from "@/modules/sales/commands/open-shift.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { returnSale } from "@/modules/sales/commands/return-sale.ts";
import { getSale } from "@/modules/sales/queries/get-sale.ts";
import { changeSettings } from "@/modules/tenancy/commands/change-settings.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

it("F2 F9 cash is rounded to the shop's coin: on the sale, in the drawer and its Z, in the books; what comes back is what was paid", async () => {
  const { ctx } = await openShop();
  const product = await stockShelf(ctx, { salePrice: "617.28", stock: "100" });
  const two = { lines: [{ productId: product, quantity: "2" }] };
  const { id: shiftId } = must(await openShift(ctx, { float: "0" }));
  expect(must(await registerSale(ctx, two))).toMatchObject({ total: "1234.56", rounding: "0.00" });
  must(await changeSettings(ctx, { cashRounding: "10.00" }));
  const sale = must(await registerSale(ctx, { ...two, payments: [{ method: "cash", amount: "2000" }], expectedTotal: "1230.00" }));
  expect(sale).toMatchObject({ total: "1230.00", adjustment: "-4.56", rounding: "-4.56", change: "770.00" });
  expect(await getSale(ctx.db, sale.id)).toEqual(sale);
  expect(must(await registerSale(ctx, { ...two, payments: [{ method: "debit", amount: "1234.56" }] }))).toMatchObject({ rounding: "0.00" });
  const posted = await ctx.db.rows<{ code: string; amount: string }>(sql`
    SELECT l.account_code AS code, l.debit - l.credit AS amount FROM journal_entry e JOIN journal_line l ON l.tenant_id = e.tenant_id AND l.entry_id = e.id
     WHERE e.source_id = ${sale.id}::uuid AND l.account_code IN ('cash', 'cash_rounding') ORDER BY l.account_code`);
  expect(posted).toEqual([{ code: "cash", amount: "1230.00" }, { code: "cash_rounding", amount: "4.56" }]);

  const back = must(await returnSale(ctx, sale.id, { lines: [{ saleLineId: sale.lines[0]!.id, quantity: "1" }], refund: "cash", reason: "fallado" }));
  const rest = must(await returnSale(ctx, sale.id, { lines: [{ saleLineId: sale.lines[0]!.id, quantity: "1" }], refund: "cash", reason: "fallado" }));
  expect([back.total, rest.total]).toEqual(["615.00", "615.00"]);
  const gone = must(await registerSale(ctx, two));
  must(await cancelSale(ctx, gone.id, { reason: "error" }));
  const swapped = must(await registerSale(ctx, two));
  const cheap = await stockShelf(ctx, { salePrice: "604.73", stock: "10" });
  const exchange = must(await registerSale(ctx, { lines: [{ saleLineId: swapped.lines[0]!.id, quantity: "-1" }, { productId: cheap, quantity: "1" }] }));
  expect(exchange).toMatchObject({ total: "-20.00", change: "20.00", rounding: "-9.73" });
  // 1234.56 + 1230 - 1230 + 1230 - 20
  const z = must(await closeShift(ctx, shiftId, { counted: [{ method: "cash", amount: "2444.56" }] }));
  expect(z).toMatchObject({ sales: { rounding: "-18.85" }, methods: [{ method: "cash", difference: "0.00" }, { method: "debit" }] });
  expect(await auditTenant(ctx.db)).toEqual([]);
});
