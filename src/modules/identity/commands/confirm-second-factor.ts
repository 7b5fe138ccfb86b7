import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { claimAttempt } from "../postings/claim-attempt.ts";
import { noteEvent } from "../postings/note-event.ts";
import { CODES_BY_ACCOUNT } from "../rules/second-factor-limits.ts";
import { unseal } from "../seal.ts";
import { hashSecret } from "../secret.ts";
import { recoveryCodes, totpStep } from "../totp.ts";
import type { Visitor } from "../visitor.ts";

/** Turns the second factor on, once the authenticator has shown that it holds the secret. Makes ten recovery codes. */
export async function confirmSecondFactor(userId: string, code: string, visitor: Visitor): Promise<Result<null>> {
  const { control } = databases();
  const attempt = await claimAttempt(control, [{ purpose: "totp", subject: userId, limits: CODES_BY_ACCOUNT }], visitor.now);
  if (!attempt.ok) return attempt;
  return control.transaction(async (tx) => {
    const [user] = await tx.rows<{ sealed: string | null }>(sql`SELECT totp_secret AS sealed FROM "user" WHERE id = ${userId} AND totp_since IS NULL FOR UPDATE`);
    const secret = user?.sealed ? unseal(user.sealed, "totp") : null;
    if (secret === null) return refuse("conflict");
    const step = totpStep(secret, code, visitor.now);
    if (step === null) return refuseField("code", "totp_wrong");
    await tx.execute(sql`UPDATE "user" SET totp_since = ${visitor.now}, totp_step = ${step} WHERE id = ${userId}`);
    const hashes = recoveryCodes(userId, visitor.now).map((one) => hashSecret(`${userId}:${one}`));
    await tx.execute(sql`DELETE FROM recovery_code WHERE user_id = ${userId}`);
    await tx.execute(sql`INSERT INTO recovery_code (user_id, code_hash) SELECT ${userId}::uuid, hash FROM unnest(${hashes}::bytea[]) AS made (hash)`);
    await noteEvent(tx, visitor, { kind: "totp_on", userId });
    return accept(null);
  });
}
