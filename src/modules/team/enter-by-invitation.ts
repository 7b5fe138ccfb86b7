import { accept, type Result } from "@/kernel/refusal.ts";
import { endSession } from "@/modules/identity/commands/end-session.ts";
import { startSession } from "@/modules/identity/postings/start-session.ts";
import { currentSecret, setSessionCookies } from "@/modules/identity/session-cookie.ts";
import type { Visitor } from "@/modules/identity/visitor.ts";
import { databases } from "@/platform/db/databases.ts";
import { acceptInvitation, type Invitee } from "./commands/accept-invitation.ts";

/** Accepts an invitation in this browser, which then stands in the shop it led to. Answers where to go on. `provedAt`: of the session that it follows. */
export async function enterByInvitation(token: string, invitee: Invitee, visitor: Visitor, provedAt: Date | null = visitor.now): Promise<Result<string>> {
  const accepted = await acceptInvitation(token, invitee, visitor);
  if (!accepted.ok) return accepted;
  const previous = await currentSecret();
  await setSessionCookies(await startSession(databases().control, accepted.value, visitor, { provedAt }), accepted.value);
  if (previous !== null) await endSession(previous, visitor);
  return accept("/products");
}
