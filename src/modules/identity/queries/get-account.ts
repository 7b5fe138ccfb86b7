import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";

export interface AccountView {
  name: string;
  email: string;
  emailVerified: boolean;
}

export async function getAccount(userId: string): Promise<AccountView> {
  const [account] = await databases().control.rows<AccountView>(sql`
    SELECT name, email, email_verified_at IS NOT NULL AS "emailVerified" FROM "user" WHERE id = ${userId}`);
  if (!account) throw new Error("A session's person is gone");
  return account;
}
