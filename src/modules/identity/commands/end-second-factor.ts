import { accept, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { noteEvent } from "../postings/note-event.ts";
import type { Session } from "../queries/find-session.ts";
import type { Visitor } from "../visitor.ts";
import { checkAgain } from "./check-again.ts";

/** Turns the second factor off, for who knows the password. A shop that demands one lets the person no further until there is another. */
export async function endSecondFactor(session: Session, current: string, visitor: Visitor): Promise<Result<null>> {
  const known = await checkAgain(session, current, visitor);
  if (!known.ok) return known;
  const { userId } = session.membership;
  await databases().control.transaction(async (tx) => {
    await tx.execute(sql`UPDATE "user" SET totp_secret = NULL, totp_since = NULL, totp_step = NULL WHERE id = ${userId}`);
    await tx.execute(sql`DELETE FROM recovery_code WHERE user_id = ${userId}`);
    await noteEvent(tx, visitor, { kind: "totp_off", userId });
  });
  return accept(null);
}
