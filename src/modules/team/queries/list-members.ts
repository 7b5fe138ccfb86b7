import type { Context } from "@/modules/tenancy/context.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { memberView, type MemberRow, type MemberView } from "./member-view.ts";

interface Page {
  limit: number;
  /** Id of the last member of the page before. */
  cursor?: string | undefined;
}

/** The shop's people in the order in which they came, deactivated ones too. */
export async function listMembers(ctx: Pick<Context, "tenant">, { limit, cursor }: Page): Promise<{ items: MemberView[]; nextCursor: string | null }> {
  const found = await databases().control.rows<MemberRow>(sql`
    SELECT m.id, u.name, u.email, m.role, m.permission_set AS "permissionSet", s.name AS "permissionSetName", m.permissions, m.thresholds,
           m.deactivated_at IS NULL AS active, m.pin_hash IS NOT NULL AS "hasPin",
           (SELECT max(last_seen_at) FROM session WHERE user_id = m.user_id AND active_tenant_id = m.tenant_id) AS "lastSeenAt"
    FROM membership m JOIN "user" u ON u.id = m.user_id
    LEFT JOIN permission_set s ON s.tenant_id = m.tenant_id AND s.key = m.permission_set
    WHERE m.tenant_id = ${ctx.tenant.id} AND (${cursor ?? null}::uuid IS NULL OR m.id > ${cursor ?? null}::uuid)
    ORDER BY m.id LIMIT ${limit + 1}`);
  const items = found.slice(0, limit).map(memberView);
  return { items, nextCursor: found.length > limit ? items.at(-1)!.id : null };
}
