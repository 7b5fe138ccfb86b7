import { closeStock } from "@/modules/tenancy/postings/close-stock.ts";
import { cutAudit } from "@/modules/tenancy/postings/cut-audit.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { describeError, log } from "@/platform/log.ts";

/**
 * What is done for each shop once a month (of `now`, UTC), for the next of which something is due; false when there is none: its activity log is cut, and its ledger of
 * stock closed. What failed waits for the next month and holds up nothing else. `tenantId`: of this one only.
 */
export async function takeMonthlyTurn(now: Date, tenantId: string | null = null): Promise<boolean> {
  const { control } = databases();
  const today = now.toISOString().slice(0, 10);
  const firstOfMonth = `${today.slice(0, 8)}01`;
  const [tenant] = await control.rows<{ id: string; logIsDue: boolean; stockIsDue: boolean }>(sql`
    WITH due AS MATERIALIZED (
      SELECT id, coalesce(audit_cut_on < ${firstOfMonth}::date, true) AS log, coalesce(stock_closed_on < ${firstOfMonth}::date, true) AS stock FROM tenant
       WHERE (audit_cut_on IS NULL OR audit_cut_on < ${firstOfMonth}::date OR stock_closed_on IS NULL OR stock_closed_on < ${firstOfMonth}::date)
         AND (${tenantId}::uuid IS NULL OR id = ${tenantId}) LIMIT 1 FOR UPDATE SKIP LOCKED)
    UPDATE tenant t SET audit_cut_on = CASE WHEN due.log THEN ${today}::date ELSE t.audit_cut_on END, stock_closed_on = CASE WHEN due.stock THEN ${today}::date ELSE t.stock_closed_on END
      FROM due WHERE t.id = due.id RETURNING t.id, due.log AS "logIsDue", due.stock AS "stockIsDue"`);
  if (!tenant) return false;
  if (tenant.logIsDue) await repeat(tenant.id, "log_not_cut", (tx) => cutAudit(tx, now));
  if (tenant.stockIsDue) await repeat(tenant.id, "stock_not_closed", (tx) => closeStock(tx, now));
  return true;
}

/** One transaction of the tenant after another, until `step` says that nothing is left. */
async function repeat(tenantId: string, failure: string, step: (tx: ControlTx) => Promise<boolean>): Promise<void> {
  try {
    while (await databases().control.transaction(async (tx) => {
      await tx.enterTenant(tenantId);
      return step(tx);
    }));
  } catch (error) {
    log("error", failure, { tenant: tenantId, ...describeError(error) });
  }
}
