import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";

/** Notes that somebody took over at a till, and holds it until the transaction ends; false when it is a till no longer. */
export async function touchTill(tx: Pick<ControlTx, "execute">, id: string, now: Date): Promise<boolean> {
  return (await tx.execute(sql`UPDATE shared_till SET last_used_at = ${now} WHERE id = ${id} AND revoked_at IS NULL`)) === 1;
}
