import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";

/** Gives a person back the place they had in a tenant that this transaction entered. Answers its id; null when none of theirs had ended. */
export async function reviveMembership(tx: Pick<ControlTx, "rows">, { userId, tenantId }: { userId: string; tenantId: string }): Promise<string | null> {
  const [back] = await tx.rows<{ id: string }>(sql`
    UPDATE membership SET deactivated_at = NULL WHERE user_id = ${userId} AND tenant_id = ${tenantId} AND deactivated_at IS NOT NULL RETURNING id`);
  return back?.id ?? null;
}
