import type { Decimal } from "@/kernel/decimal.ts";
import { sumMoney } from "@/kernel/money.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { MethodAmount } from "../rules/share-refund.ts";
import type { ReturnedLine } from "../rules/take-back.ts";
import type { ReturnSaleInput } from "../schema.ts";

export interface ReturnToInsert {
  id: string;
  saleId: string;
  locationId: string;
  /** Whose drawer gives the money; null where none is open. */
  shiftId: string | null;
  customerId: string;
  businessDate: string;
  requestHash: string;
  tax: Decimal;
  total: Decimal;
  cost: Decimal;
  refunds: readonly MethodAmount[];
}

/** Takes the next number of returns and writes the whole document, in one statement and last in its transaction. */
export async function insertReturn(tx: TenantTx, ctx: Context, facts: ReturnToInsert, input: ReturnSaleInput, lines: readonly ReturnedLine[]): Promise<void> {
  const column = <K extends keyof ReturnedLine>(key: K) => lines.map((line) => line[key]);
  await tx.execute(sql`
    WITH shift AS (SELECT id FROM till_shift WHERE id = ${facts.shiftId}::uuid AND closed_at IS NULL FOR KEY SHARE),
    taken AS (
      INSERT INTO counter AS c (series, value) VALUES ('return', 1) ON CONFLICT (tenant_id, series) DO UPDATE SET value = c.value + 1 RETURNING value),
    document AS (
      INSERT INTO sale_return (id, number, sale_id, location_id, customer_id, member_id, returned_at, business_date, refund, reason, tax, total, cost, request_hash, shift_id)
      SELECT ${facts.id}::uuid, taken.value, ${facts.saleId}::uuid, ${facts.locationId}::uuid, ${facts.customerId}::uuid, ${ctx.member.id}::uuid, ${ctx.now}::timestamptz, ${facts.businessDate}::date,
             ${input.refund}, ${input.reason}, ${facts.tax}::numeric, ${facts.total}::numeric, ${facts.cost}::numeric, ${facts.requestHash}, (SELECT id FROM shift) FROM taken),
    refunds AS (
      INSERT INTO sale_refund (return_id, method, amount)
      SELECT ${facts.id}::uuid, f.* FROM unnest(${facts.refunds.map(({ method }) => method)}::text[], ${facts.refunds.map(({ amount }) => amount)}::numeric[]) AS f (method, amount))
    INSERT INTO sale_return_line (return_id, line_no, sale_line_id, quantity, gross, discount, adjustment, total, tax, cost)
    SELECT ${facts.id}::uuid, l.no, l.sale_line_id, l.quantity, l.gross, l.discount, l.adjustment, l.total, l.tax, l.cost
      FROM unnest(${lines.map(({ line }) => line.id)}::uuid[], ${column("quantity")}::numeric[], ${column("gross")}::numeric[], ${column("discount")}::numeric[], ${column("adjustment")}::numeric[],
                  ${column("total")}::numeric[], ${column("tax")}::numeric[], ${column("cost")}::numeric[])
           WITH ORDINALITY AS l (sale_line_id, quantity, gross, discount, adjustment, total, tax, cost, no)`);
}

/** What all lines come to. */
export function sumReturned(lines: readonly ReturnedLine[]): { tax: Decimal; total: Decimal; cost: Decimal } {
  const sum = (key: "tax" | "total" | "cost"): Decimal => sumMoney(lines.map((line) => line[key]));
  return { tax: sum("tax"), total: sum("total"), cost: sum("cost") };
}
