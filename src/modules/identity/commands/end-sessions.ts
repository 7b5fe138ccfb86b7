import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { noteEvent } from "../postings/note-event.ts";
import type { Session } from "../queries/find-session.ts";
import type { Visitor } from "../visitor.ts";

/**
 * Signs one browser of the person out, or (`"others"`) all but this one, with every client of the API. Holds from their next request.
 * A session of somebody else is not found.
 */
export async function endSessions({ sessionId, membership: { userId, tenantId } }: Session, which: string, visitor: Visitor): Promise<Result<null>> {
  return databases().control.transaction(async (tx) => {
    if (which === "others") {
      await tx.execute(sql`UPDATE session SET revoked_at = ${visitor.now} WHERE user_id = ${userId} AND id <> ${sessionId} AND revoked_at IS NULL`);
      await tx.execute(sql`UPDATE refresh_token SET revoked_at = ${visitor.now} WHERE user_id = ${userId} AND revoked_at IS NULL`);
    } else {
      const ended = await tx.execute(sql`UPDATE session SET revoked_at = ${visitor.now} WHERE user_id = ${userId} AND id = ${which} AND revoked_at IS NULL`);
      if (ended !== 1) return refuse("not_found");
    }
    await noteEvent(tx, visitor, { kind: "sessions_ended", userId, tenantId });
    return accept(null);
  });
}
