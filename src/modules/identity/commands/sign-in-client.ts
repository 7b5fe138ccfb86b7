import { accept, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { noteEvent } from "../postings/note-event.ts";
import { startTokenFamily } from "../postings/start-token-family.ts";
import { tokenAnswer, type TokenAnswer } from "../token-answer.ts";
import type { Visitor } from "../visitor.ts";
import { checkCredentials, type Credentials } from "./check-credentials.ts";

/** Signs a client of the API in. */
export async function signInClient(credentials: Credentials, visitor: Visitor): Promise<Result<TokenAnswer>> {
  const checked = await checkCredentials(credentials, visitor);
  if (!checked.ok) return checked;
  const membership = checked.value;
  const refreshToken = await databases().control.transaction(async (tx) => {
    await noteEvent(tx, visitor, { kind: "sign_in", userId: membership.userId, tenantId: membership.tenantId });
    return startTokenFamily(tx, membership, visitor);
  });
  return accept(await tokenAnswer(membership, refreshToken, visitor.now));
}
