import { cutAudit } from "@/modules/tenancy/postings/cut-audit.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { describeError, log } from "@/platform/log.ts";

/**
 * Cuts the activity log of the next shop whose turn has not come this month (of `now`, UTC); false when there is none. A shop whose log could
 * not be cut waits for the next month and holds up no other. `tenantId`: of this one only.
 */
export async function cutNextLog(now: Date, tenantId: string | null = null): Promise<boolean> {
  const { control } = databases();
  const today = now.toISOString().slice(0, 10);
  const firstOfMonth = `${today.slice(0, 8)}01`;
  const [tenant] = await control.rows<{ id: string }>(sql`
    UPDATE tenant SET audit_cut_on = ${today}::date
     WHERE id = (SELECT id FROM tenant WHERE (audit_cut_on IS NULL OR audit_cut_on < ${firstOfMonth}::date)
                    AND (${tenantId}::uuid IS NULL OR id = ${tenantId}) LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id`);
  if (!tenant) return false;
  try {
    while (await control.transaction(async (tx) => {
      await tx.enterTenant(tenant.id);
      return cutAudit(tx, now);
    }));
  } catch (error) {
    log("error", "log_not_cut", { tenant: tenant.id, ...describeError(error) });
  }
  return true;
}
