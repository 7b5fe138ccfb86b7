import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { noteEvent } from "../postings/note-event.ts";
import { hashSecret } from "../secret.ts";
import type { Visitor } from "../visitor.ts";

/** Signs a client out: its refresh token and all of its family are over. An unknown token is left at that. */
export async function endTokenFamily(token: string, visitor: Visitor): Promise<void> {
  const { control } = databases();
  const ended = await control.rows<{ userId: string; tenantId: string }>(sql`
    UPDATE refresh_token SET revoked_at = ${visitor.now}
    WHERE family_id = (SELECT family_id FROM refresh_token WHERE token_hash = ${hashSecret(token)}) AND revoked_at IS NULL
    RETURNING user_id AS "userId", tenant_id AS "tenantId"`);
  if (ended[0]) await noteEvent(control, visitor, { kind: "sign_out", ...ended[0] });
}
