import { big, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { ShrinkageInput } from "../schema.ts";

export interface ShrinkageRow {
  /** A code of rules/reasons.ts, words as they were written, "count", or "transfer" for what never came. */
  reason: string;
  /** Products moved, one per line of a document. */
  lines: number;
  /** At cost, both positive. */
  lost: Decimal;
  gained: Decimal;
}

export interface Shrinkage {
  items: ShrinkageRow[];
  lost: Decimal;
  gained: Decimal;
  /** gained - lost: what the books say against "stock_adjustments" for the same documents. */
  net: Decimal;
}

const MOST = 200;

/** What was lost and found between two days of the shop's calendar, both included, by reason, the dearest first. */
export async function sumShrinkage(ctx: Context, { from, to }: ShrinkageInput): Promise<Shrinkage> {
  const items = await ctx.db.rows<ShrinkageRow>(sql`
    WITH period AS MATERIALIZED (
      SELECT ${from}::date::timestamp AT TIME ZONE time_zone AS first, (${to}::date + 1)::timestamp AT TIME ZONE time_zone AS past FROM shop),
    line AS (
      SELECT a.reason, round(m.quantity * coalesce(m.unit_cost, 0), 2) AS value
        FROM period JOIN stock_adjustment a ON a.at >= period.first AND a.at < period.past JOIN stock_movement m ON m.source_id = a.id AND m.source_kind = 'adjustment'
      UNION ALL
      SELECT 'count', round(m.quantity * coalesce(m.unit_cost, 0), 2)
        FROM period JOIN stock_count c ON c.posted_at >= period.first AND c.posted_at < period.past JOIN stock_movement m ON m.source_id = c.id AND m.source_kind = 'count'
      UNION ALL
      SELECT 'transfer', round(-l.missing * coalesce(l.unit_cost, 0), 2)
        FROM period JOIN stock_transfer t ON t.received_at >= period.first AND t.received_at < period.past JOIN stock_transfer_line l ON l.transfer_id = t.id WHERE l.missing > 0)
    SELECT reason, count(*)::int AS lines, coalesce(-sum(value) FILTER (WHERE value < 0), 0.00) AS lost, coalesce(sum(value) FILTER (WHERE value > 0), 0.00) AS gained
      FROM line GROUP BY reason ORDER BY lost DESC, gained DESC, reason LIMIT ${MOST}`);
  const sum = (key: "lost" | "gained") => items.reduce((total, row) => total.plus(row[key]), big("0"));
  return { items, lost: roundMoney(sum("lost")), gained: roundMoney(sum("gained")), net: roundMoney(sum("gained").minus(sum("lost"))) };
}
