import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import { withCount, type Counted, type MethodReport } from "../rules/count-drawer.ts";

/**
 * What each method brought in a shift, with what was counted of it, in the order of PAYMENT_METHODS. Cash is always there. Read while the shift is
 * locked, or closed, it does not change any more.
 */
export async function reportMethods(db: TenantDb | TenantTx, shiftId: string, counted: readonly Counted[]): Promise<MethodReport[]> {
  const flows = await db.rows<Omit<MethodReport, "expected" | "counted" | "difference">>(sql`
    WITH sold AS (
      SELECT s.tenant_id, s.id, s.change FROM sale s WHERE s.shift_id = ${shiftId}::uuid
         AND NOT EXISTS (SELECT FROM sale_cancellation c WHERE c.tenant_id = s.tenant_id AND c.sale_id = s.id)),
    flows AS (
      SELECT p.method, p.amount AS sales, 0 AS refunds, 0 AS collected, 0 AS moved FROM sale_payment p JOIN sold s ON s.tenant_id = p.tenant_id AND s.id = p.sale_id
      UNION ALL SELECT 'cash', -change, 0, 0, 0 FROM sold WHERE change > 0
      UNION ALL SELECT f.method, 0, f.amount, 0, 0 FROM sale_refund f JOIN sale_return r ON r.tenant_id = f.tenant_id AND r.id = f.return_id WHERE r.shift_id = ${shiftId}::uuid
      UNION ALL SELECT c.method, 0, 0, c.amount, 0 FROM customer_payment c WHERE c.shift_id = ${shiftId}::uuid
      UNION ALL SELECT 'cash', 0, 0, 0, m.amount FROM cash_movement m WHERE m.shift_id = ${shiftId}::uuid
      UNION ALL SELECT 'cash', 0, 0, 0, t.float FROM till_shift t WHERE t.id = ${shiftId}::uuid)
    SELECT method, sum(sales)::numeric(14,2) AS sales, sum(refunds)::numeric(14,2) AS refunds, sum(collected)::numeric(14,2) AS collected, sum(moved)::numeric(14,2) AS moved
      FROM flows GROUP BY method ORDER BY array_position(ARRAY['cash', 'debit', 'credit', 'transfer', 'wallet', 'account', 'store_credit'], method)`);
  const missing = counted.filter(({ method }) => !flows.some((flow) => flow.method === method));
  const empty = missing.map(({ method }) => ({ method, sales: "0.00", refunds: "0.00", collected: "0.00", moved: "0.00" }));
  return [...flows, ...empty].map((flow) => withCount(flow, counted));
}

export interface ShiftFacts {
  sales: { count: number; first: number | null; last: number | null; total: Decimal; tax: Decimal; /** What missing coins took off; absent in a Z from before there was such a thing. */ rounding?: Decimal };
  cancelled: { count: number; total: Decimal };
  returns: { count: number; total: Decimal };
  /** What of the sales came back while nobody knew its sale; absent in a Z from before there was such a thing. */
  unreceipted?: { count: number; total: Decimal };
  members: { name: string; count: number; total: Decimal }[];
  movements: { id: string; amount: Decimal; purpose: string; reason: string; memberName: string; at: string }[];
}

/** Beside the money: how many documents of a shift, by whom, and the cash that moved. */
export async function loadShiftFacts(db: TenantDb | TenantTx, shiftId: string): Promise<ShiftFacts> {
  const [row] = await db.rows<{ facts: ShiftFacts }>(sql`
    WITH sold AS (
      SELECT s.*, c.sale_id IS NOT NULL AS is_cancelled FROM sale s LEFT JOIN sale_cancellation c ON c.tenant_id = s.tenant_id AND c.sale_id = s.id WHERE s.shift_id = ${shiftId}::uuid)
    SELECT json_build_object(
      'sales', (SELECT json_build_object('count', count(*), 'first', min(number), 'last', max(number), 'total', coalesce(sum(total), 0)::numeric(14,2)::text, 'tax', coalesce(sum(tax), 0)::numeric(14,2)::text, 'rounding', coalesce(sum(rounding), 0)::numeric(14,2)::text) FROM sold WHERE NOT is_cancelled),
      'cancelled', (SELECT json_build_object('count', count(*), 'total', coalesce(sum(total), 0)::numeric(14,2)::text) FROM sold WHERE is_cancelled),
      'returns', (SELECT json_build_object('count', count(*), 'total', coalesce(sum(total), 0)::numeric(14,2)::text) FROM sale_return WHERE shift_id = ${shiftId}::uuid),
      'unreceipted', (SELECT json_build_object('count', count(DISTINCT s.id), 'total', coalesce(-sum(l.total), 0)::numeric(14,2)::text) FROM sold s JOIN sale_line l ON l.tenant_id = s.tenant_id AND l.sale_id = s.id
                       WHERE NOT s.is_cancelled AND l.quantity < 0 AND l.returned_line_id IS NULL),
      'members', (SELECT coalesce(json_agg(json_build_object('name', n.name, 'count', n.count, 'total', n.total::text) ORDER BY n.name), '[]')
                    FROM (SELECT m.name, count(*) AS count, sum(s.total)::numeric(14,2) AS total FROM sold s JOIN member m ON m.tenant_id = s.tenant_id AND m.id = s.member_id WHERE NOT s.is_cancelled GROUP BY m.id, m.name) n),
      'movements', (SELECT coalesce(json_agg(json_build_object('id', v.id, 'amount', v.amount::text, 'purpose', v.purpose, 'reason', v.reason, 'memberName', m.name, 'at', to_char(v.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY v.at, v.id), '[]')
                      FROM cash_movement v JOIN member m ON m.tenant_id = v.tenant_id AND m.id = v.member_id WHERE v.shift_id = ${shiftId}::uuid)) AS facts`);
  return row!.facts;
}
