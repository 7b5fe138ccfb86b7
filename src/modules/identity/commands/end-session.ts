import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { noteEvent } from "../postings/note-event.ts";
import { hashSecret } from "../secret.ts";
import type { Visitor } from "../visitor.ts";

/** Ends the session of a cookie's secret at once; one that is unknown or already over is left as it is. */
export async function endSession(secret: string, visitor: Visitor): Promise<void> {
  const { control } = databases();
  const [ended] = await control.rows<{ userId: string; tenantId: string }>(sql`
    UPDATE session SET revoked_at = ${visitor.now} WHERE token_hash = ${hashSecret(secret)} AND revoked_at IS NULL
    RETURNING user_id AS "userId", active_tenant_id AS "tenantId"`);
  if (ended) await noteEvent(control, visitor, { kind: "sign_out", ...ended });
}
