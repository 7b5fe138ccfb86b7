import { isUuid } from "@/kernel/id.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { invitationView, type InvitationRow, type InvitationView } from "./invitation-view.ts";

/** One invitation of the shop; callers demand member.write. */
export async function getInvitation(ctx: Pick<Context, "tenant" | "now">, id: string | undefined): Promise<Result<InvitationView>> {
  if (!isUuid(id)) return refuse("not_found");
  const [row] = await databases().control.rows<InvitationRow>(sql`
    SELECT i.id, i.email, i.name, i.role, i.permission_set AS "permissionSet", s.name AS "permissionSetName", i.permissions, i.thresholds, i.round,
           i.sent_at AS "sentAt", i.expires_at AS "expiresAt", i.accepted_at AS "acceptedAt", i.revoked_at AS "revokedAt"
    FROM invitation i LEFT JOIN permission_set s ON s.tenant_id = i.tenant_id AND s.key = i.permission_set
    WHERE i.tenant_id = ${ctx.tenant.id} AND i.id = ${id}`);
  return row ? accept(invitationView(row, ctx.now)) : refuse("not_found");
}
