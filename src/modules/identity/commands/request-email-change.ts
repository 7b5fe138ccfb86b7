import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { claimAttempt } from "../postings/claim-attempt.ts";
import { noteEvent } from "../postings/note-event.ts";
import { plantToken } from "../postings/plant-token.ts";
import { postMail } from "../postings/post-mail.ts";
import type { Session } from "../queries/find-session.ts";
import { MAILS_BY_ADDRESSEE } from "../rules/token-limits.ts";
import type { Visitor } from "../visitor.ts";
import { checkAgain } from "./check-again.ts";

/**
 * Sends a link to the address that is to be the own one; nothing changes before it is used. Whether somebody else has that address is
 * not told here: only its mailbox hears of it.
 */
export async function requestEmailChange(session: Session, { current, email }: { current: string; email: string }, visitor: Visitor): Promise<Result<null>> {
  const { userId, userName, locale, tenantId, email: present } = session.membership;
  if (email === present) return refuseField("email", "email_same");
  const known = await checkAgain(session, current, visitor);
  if (!known.ok) return known;
  const { control } = databases();
  const attempt = await claimAttempt(control, [
    { purpose: "email-mail", subject: email, limits: MAILS_BY_ADDRESSEE },
    { purpose: "email-mail-of", subject: userId, limits: MAILS_BY_ADDRESSEE },
  ], visitor.now);
  if (!attempt.ok) return attempt;
  await control.transaction(async (tx) => {
    const link = await plantToken(tx, "email", { userId, email }, visitor.now);
    await postMail(tx, { to: email, locale, template: "email_change", words: { name: userName, email }, link }, visitor.now);
    await noteEvent(tx, visitor, { kind: "email_change_requested", userId, tenantId });
  });
  return accept(null);
}
