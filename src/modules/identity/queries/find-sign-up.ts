import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";

/**
 * The account of this address where the API call with this Idempotency-Key opened it after `since`; null otherwise, and where a second factor
 * is asked for meanwhile, which a repeated call does not bring. The password is for verifyPassword only.
 */
export async function findSignUp(email: string, key: string, since: Date): Promise<{ userId: string; passwordHash: string; request: string } | null> {
  const [found] = await databases().control.rows<{ userId: string; passwordHash: string; request: string }>(sql`
    SELECT id AS "userId", password_hash AS "passwordHash", sign_up_request AS request FROM "user"
     WHERE email = ${email} AND split_part(sign_up_request, ' ', 1) = ${key} AND created_at > ${since} AND totp_since IS NULL AND disabled_at IS NULL`);
  return found ?? null;
}
