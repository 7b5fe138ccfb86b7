import { accept, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { noteEvent } from "../postings/note-event.ts";
import { startSession } from "../postings/start-session.ts";
import type { Membership } from "../queries/find-membership.ts";
import type { Visitor } from "../visitor.ts";
import { checkCredentials, type Credentials } from "./check-credentials.ts";
import { endSession } from "./end-session.ts";

export interface SignedIn {
  /** For the cookie of this browser. */
  secret: string;
  membership: Membership;
}

/** Signs a browser in. The session that it had before ends, whoever's it was. */
export async function signIn(credentials: Credentials, visitor: Visitor, previousSecret: string | null): Promise<Result<SignedIn>> {
  const checked = await checkCredentials(credentials, visitor);
  if (!checked.ok) return checked;
  const membership = checked.value;
  const secret = await databases().control.transaction(async (tx) => {
    await noteEvent(tx, visitor, { kind: "sign_in", userId: membership.userId, tenantId: membership.tenantId });
    return startSession(tx, membership, visitor);
  });
  if (previousSecret !== null) await endSession(previousSecret, visitor);
  return accept({ secret, membership });
}
