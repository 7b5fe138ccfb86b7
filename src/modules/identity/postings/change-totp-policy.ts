import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";

/** Whether everybody in a tenant must have a second factor. */
export async function changeTotpPolicy(tx: Pick<ControlTx, "execute">, tenantId: string, required: boolean): Promise<void> {
  await tx.execute(sql`UPDATE tenant SET require_totp = ${required} WHERE id = ${tenantId}`);
}
