import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { hashPassword } from "../password.ts";
import { noteEvent } from "../postings/note-event.ts";
import { postMail } from "../postings/post-mail.ts";
import { setPassword } from "../postings/set-password.ts";
import type { Session } from "../queries/find-session.ts";
import { checkPassword } from "../rules/check-password.ts";
import type { Visitor } from "../visitor.ts";
import { checkAgain } from "./check-again.ts";

/** Changes the own password. Every other browser and client of the person is signed out; this one goes on. */
export async function changePassword(session: Session, { current, password }: { current: string; password: string }, visitor: Visitor): Promise<Result<null>> {
  const { userId, userName, email, locale, tenantId, tenantName } = session.membership;
  const refused = checkPassword(password, { email, name: userName, shopName: tenantName });
  if (refused) return refuseField(refused.path, refused.code, refused.params);
  const known = await checkAgain(session, current, visitor);
  if (!known.ok) return known;
  const passwordHash = await hashPassword(password);
  await databases().control.transaction(async (tx) => {
    await setPassword(tx, userId, passwordHash, visitor.now, session.sessionId);
    await noteEvent(tx, visitor, { kind: "password_changed", userId, tenantId });
    await postMail(tx, { to: email, locale, template: "password_changed", words: { name: userName }, link: { path: "/forgot", secret: null } }, visitor.now);
  });
  return accept(null);
}
