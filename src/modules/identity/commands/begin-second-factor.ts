import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { seal } from "../seal.ts";
import { newTotpSecret } from "../totp.ts";

/** Makes the secret that an authenticator is to hold. Nothing is asked at sign-in before a code of it was shown (confirm-second-factor.ts). */
export async function beginSecondFactor(userId: string): Promise<Result<null>> {
  const begun = await databases().control.execute(sql`
    UPDATE "user" SET totp_secret = ${seal(newTotpSecret(), "totp")} WHERE id = ${userId} AND totp_since IS NULL`);
  return begun === 1 ? accept(null) : refuse("conflict");
}
