import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { verifyPassword } from "../password.ts";
import { claimAttempt, giveBackAttempt } from "../postings/claim-attempt.ts";
import { findStoredPassword } from "../queries/find-stored-password.ts";
import type { Session } from "../queries/find-session.ts";
import { SIGN_IN_BY_PAIR } from "../rules/attempt-limits.ts";
import type { Visitor } from "../visitor.ts";

/** Re-authentication: whether who sits at this session knows its password. Refuses the field `current`; guesses are counted like those at sign-in. */
export async function checkAgain({ membership: { userId, email } }: Session, password: string, visitor: Visitor): Promise<Result<null>> {
  const { control } = databases();
  const attempt = await claimAttempt(control, [{ purpose: "check-again", subject: userId, limits: SIGN_IN_BY_PAIR }], visitor.now);
  if (!attempt.ok) return attempt;
  if (!(await verifyPassword(await findStoredPassword(userId, email), password))) return refuseField("current", "password_wrong");
  await giveBackAttempt(control, attempt.value);
  return accept(null);
}
