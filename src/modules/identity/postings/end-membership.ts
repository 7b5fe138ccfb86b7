import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";

/**
 * Ends a person's place in a tenant that this transaction entered. The gate refuses them from then on; their sessions that stand there
 * and their refresh tokens for it end too, and their PIN is free for another, so that nothing lies about for the day they come back.
 */
export async function endMembership(tx: Pick<ControlTx, "execute">, { id, userId, tenantId }: { id: string; userId: string; tenantId: string }, now: Date): Promise<void> {
  await tx.execute(sql`UPDATE membership SET deactivated_at = ${now}, pin_hash = NULL, pin_set_at = NULL WHERE id = ${id}`);
  await tx.execute(sql`UPDATE session SET revoked_at = ${now} WHERE user_id = ${userId} AND active_tenant_id = ${tenantId} AND revoked_at IS NULL`);
  await tx.execute(sql`UPDATE refresh_token SET revoked_at = ${now} WHERE user_id = ${userId} AND tenant_id = ${tenantId} AND revoked_at IS NULL`);
}
