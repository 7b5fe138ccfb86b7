import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";

/**
 * Gives a person another password. Every session and refresh family of theirs ends with it; `keepSession` goes on, for the browser in
 * which they changed it themselves.
 */
export async function setPassword(tx: Pick<ControlTx, "rows" | "execute">, userId: string, passwordHash: string, now: Date, keepSession: string | null = null): Promise<void> {
  const [user] = await tx.rows<{ version: number }>(sql`
    UPDATE "user" SET password_hash = ${passwordHash}, auth_version = auth_version + 1 WHERE id = ${userId} RETURNING auth_version AS version`);
  await tx.execute(sql`UPDATE session SET revoked_at = ${now} WHERE user_id = ${userId} AND revoked_at IS NULL AND id IS DISTINCT FROM ${keepSession}::uuid`);
  await tx.execute(sql`UPDATE session SET auth_version = ${user!.version} WHERE id = ${keepSession}::uuid AND user_id = ${userId}`);
  await tx.execute(sql`UPDATE refresh_token SET revoked_at = ${now} WHERE user_id = ${userId} AND revoked_at IS NULL`);
  await tx.execute(sql`UPDATE auth_token SET used_at = ${now} WHERE user_id = ${userId} AND kind = 'reset' AND used_at IS NULL`);
}
