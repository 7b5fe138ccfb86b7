import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { claimAttempt, giveBackAttempt } from "../postings/claim-attempt.ts";
import { noteEvent } from "../postings/note-event.ts";
import { CODES_BY_ACCOUNT } from "../rules/second-factor-limits.ts";
import { unseal } from "../seal.ts";
import { hashSecret } from "../secret.ts";
import { plainRecoveryCode, totpStep } from "../totp.ts";
import type { Visitor } from "../visitor.ts";

/**
 * Whether a person's second factor agrees: a code of their authenticator, good once, or a recovery code, good once. Refuses with
 * totp_required where nothing was given, totp_wrong otherwise; guesses are counted.
 */
export async function checkCode(userId: string, code: string | undefined, visitor: Visitor): Promise<Result<null>> {
  if (code === undefined || code === "") return refuse("totp_required");
  const { control } = databases();
  const attempt = await claimAttempt(control, [{ purpose: "totp", subject: userId, limits: CODES_BY_ACCOUNT }], visitor.now);
  if (!attempt.ok) return attempt;
  const good = /^\d{6}$/.test(code) ? await useStep(userId, code, visitor.now) : await useRecoveryCode(userId, code, visitor.now);
  if (!good) {
    await noteEvent(control, visitor, { kind: "totp_failed", userId });
    return refuseField("code", "totp_wrong");
  }
  await giveBackAttempt(control, attempt.value);
  return accept(null);
}

/** A code that was seen over somebody's shoulder is worth nothing: each step of time is taken once, and only forwards. */
async function useStep(userId: string, code: string, now: Date): Promise<boolean> {
  const { control } = databases();
  const [user] = await control.rows<{ sealed: string }>(sql`SELECT totp_secret AS sealed FROM "user" WHERE id = ${userId} AND totp_since IS NOT NULL`);
  const secret = user ? unseal(user.sealed, "totp") : null;
  const step = secret === null ? null : totpStep(secret, code, now);
  if (step === null) return false;
  return (await control.execute(sql`UPDATE "user" SET totp_step = ${step} WHERE id = ${userId} AND (totp_step IS NULL OR totp_step < ${step})`)) === 1;
}

async function useRecoveryCode(userId: string, typed: string, now: Date): Promise<boolean> {
  const hash = hashSecret(`${userId}:${plainRecoveryCode(typed)}`);
  return (await databases().control.execute(sql`UPDATE recovery_code SET used_at = ${now} WHERE user_id = ${userId} AND code_hash = ${hash} AND used_at IS NULL`)) === 1;
}
