import { accept, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { claimAttempt } from "../postings/claim-attempt.ts";
import { mailVerification } from "../postings/mail-verification.ts";
import type { Session } from "../queries/find-session.ts";
import { MAILS_BY_ADDRESSEE } from "../rules/token-limits.ts";
import type { Visitor } from "../visitor.ts";

/** Sends the own address the link that verifies it. */
export async function requestVerification({ membership: { userId, userName, email, locale } }: Session, { now }: Visitor): Promise<Result<null>> {
  const { control } = databases();
  const attempt = await claimAttempt(control, [{ purpose: "verify-mail", subject: email, limits: MAILS_BY_ADDRESSEE }], now);
  if (!attempt.ok) return attempt;
  await control.transaction((tx) => mailVerification(tx, { userId, email, name: userName, locale }, now));
  return accept(null);
}
