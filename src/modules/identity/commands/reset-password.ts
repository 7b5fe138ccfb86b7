import { accept, refuse, refuseField, RefusedError, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { hashPassword } from "../password.ts";
import { claimAttempt } from "../postings/claim-attempt.ts";
import { noteEvent } from "../postings/note-event.ts";
import { postMail } from "../postings/post-mail.ts";
import { setPassword } from "../postings/set-password.ts";
import { useToken } from "../postings/use-token.ts";
import { findToken } from "../queries/find-token.ts";
import { addressGroup, SIGN_UP_BY_ADDRESS } from "../rules/attempt-limits.ts";
import { checkPassword } from "../rules/check-password.ts";
import type { Visitor } from "../visitor.ts";

/** Sets the password that the holder of a reset link chose. Ends all of the person's sessions and tokens, and tells them by mail. */
export async function resetPassword(token: string, password: string, visitor: Visitor): Promise<Result<null>> {
  const found = await findToken(token, visitor.now);
  if (!found || found.kind !== "reset") return refuse("link_gone");
  const refused = checkPassword(password, { email: found.email, name: found.name, shopName: "" });
  if (refused) return refuseField(refused.path, refused.code, refused.params);
  const { control } = databases();
  const address = addressGroup(visitor.address);
  const attempt = await claimAttempt(control, [{ purpose: "reset", subject: address.name, limits: SIGN_UP_BY_ADDRESS, scale: address.scale }], visitor.now);
  if (!attempt.ok) return attempt;
  const passwordHash = await hashPassword(password);
  try {
    await control.transaction(async (tx) => {
      await useToken(tx, found.id, visitor.now);
      await setPassword(tx, found.userId, passwordHash, visitor.now);
      // Whoever holds the link reads that mailbox.
      await tx.execute(sql`UPDATE "user" SET email_verified_at = coalesce(email_verified_at, ${visitor.now}) WHERE id = ${found.userId} AND email = ${found.email}`);
      await noteEvent(tx, visitor, { kind: "password_reset", userId: found.userId });
      await postMail(tx, { to: found.email, locale: found.locale, template: "password_changed", words: { name: found.name }, link: { path: "/forgot", secret: null } }, visitor.now);
    });
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    throw error;
  }
  return accept(null);
}
