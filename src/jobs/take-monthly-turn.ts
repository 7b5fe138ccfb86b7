import { closeStock } from "@/modules/tenancy/postings/close-stock.ts";
import { cutAudit } from "@/modules/tenancy/postings/cut-audit.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { describeError, log } from "@/platform/log.ts";

/**
 * What is done for each shop once a month (of `now`, UTC), for the next whose turn has not come; false when there is none: its activity log is cut, and
 * its ledger of stock closed. A shop of which something failed waits for the next month and holds up no other. `tenantId`: of this one only.
 */
export async function takeMonthlyTurn(now: Date, tenantId: string | null = null): Promise<boolean> {
  const { control } = databases();
  const today = now.toISOString().slice(0, 10);
  const firstOfMonth = `${today.slice(0, 8)}01`;
  const [tenant] = await control.rows<{ id: string }>(sql`
    UPDATE tenant SET audit_cut_on = ${today}::date
     WHERE id = (SELECT id FROM tenant WHERE (audit_cut_on IS NULL OR audit_cut_on < ${firstOfMonth}::date)
                    AND (${tenantId}::uuid IS NULL OR id = ${tenantId}) LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id`);
  if (!tenant) return false;
  await repeat(tenant.id, "log_not_cut", (tx) => cutAudit(tx, now));
  await repeat(tenant.id, "stock_not_closed", (tx) => closeStock(tx, now));
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
