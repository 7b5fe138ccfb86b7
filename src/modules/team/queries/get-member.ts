import { isUuid } from "@/kernel/id.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { memberView, type MemberRow, type MemberView } from "./member-view.ts";

/** One of the shop's people; an id of another shop is not found. */
export async function getMember(ctx: Pick<Context, "tenant">, id: string | undefined): Promise<Result<MemberView>> {
  if (!isUuid(id)) return refuse("not_found");
  const [found] = await databases().control.rows<MemberRow>(sql`
    SELECT m.id, u.name, u.email, m.role, m.permission_set AS "permissionSet", s.name AS "permissionSetName", m.permissions, m.thresholds,
           m.deactivated_at IS NULL AS active, m.pin_hash IS NOT NULL AS "hasPin",
           (SELECT max(last_seen_at) FROM session WHERE user_id = m.user_id AND active_tenant_id = m.tenant_id) AS "lastSeenAt"
    FROM membership m JOIN "user" u ON u.id = m.user_id
    LEFT JOIN permission_set s ON s.tenant_id = m.tenant_id AND s.key = m.permission_set
    WHERE m.tenant_id = ${ctx.tenant.id} AND m.id = ${id}`);
  return found ? accept(memberView(found)) : refuse("not_found");
}
