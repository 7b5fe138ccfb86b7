import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";

/** Ends a till of the tenant, and whoever stands there by PIN. Null when there is none of that id. */
export async function revokeTill(tx: Pick<ControlTx, "rows" | "execute">, { id, tenantId }: { id: string; tenantId: string }, now: Date): Promise<{ userAgent: string | null } | null> {
  const [ended] = await tx.rows<{ userAgent: string | null }>(sql`
    UPDATE shared_till SET revoked_at = ${now} WHERE tenant_id = ${tenantId} AND id = ${id} AND revoked_at IS NULL RETURNING user_agent AS "userAgent"`);
  if (!ended) return null;
  await tx.execute(sql`UPDATE session SET revoked_at = ${now} WHERE till_id = ${id} AND revoked_at IS NULL`);
  return ended;
}
