import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";

/** The stored form of a person's password where id and e-mail agree; for verifyPassword only. */
export async function findStoredPassword(userId: string, email: string): Promise<string | null> {
  const [found] = await databases().control.rows<{ passwordHash: string }>(sql`
    SELECT password_hash AS "passwordHash" FROM "user" WHERE id = ${userId} AND email = ${email} AND disabled_at IS NULL`);
  return found?.passwordHash ?? null;
}
