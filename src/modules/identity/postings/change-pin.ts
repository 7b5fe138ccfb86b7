import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";

/** Gives a membership another PIN, or none (null), in a transaction that entered the tenant. Sessions that the old one opened end. Fails with 23505 where somebody of the shop has it. */
export async function changePin(tx: Pick<ControlTx, "execute">, { id, userId, tenantId }: { id: string; userId: string; tenantId: string }, pinHash: Buffer | null, now: Date): Promise<void> {
  await tx.execute(sql`UPDATE membership SET pin_hash = ${pinHash}::bytea, pin_set_at = ${pinHash === null ? null : now}::timestamptz WHERE id = ${id} AND deactivated_at IS NULL`);
  await tx.execute(sql`UPDATE session SET revoked_at = ${now} WHERE user_id = ${userId} AND active_tenant_id = ${tenantId} AND till_id IS NOT NULL AND revoked_at IS NULL`);
}
