import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import { hashSecret } from "../secret.ts";

/** Ends the session of a cookie's secret with the caller's transaction; one that is over is left as it is. */
export async function revokeSession(tx: Pick<ControlTx, "execute">, secret: string, now: Date): Promise<void> {
  await tx.execute(sql`UPDATE session SET revoked_at = ${now} WHERE token_hash = ${hashSecret(secret)} AND revoked_at IS NULL`);
}
