import { sql } from "@/platform/db/sql.ts";
import type { Context } from "../context.ts";
import { hideCost } from "../rules/hide-cost.ts";
import type { AuditQuery } from "../schema.ts";

export interface AuditView {
  id: string;
  /** RFC 3339, UTC. */
  at: string;
  memberId: string | null;
  /** Null when a machine did it. */
  memberName: string | null;
  /** Of the member at that instant. */
  role: string | null;
  action: string;
  entity: string;
  entityId: string | null;
  /** What changed, as `before` and `after`, or the key figures of a document. */
  detail: Readonly<Record<string, unknown>>;
  address: string | null;
  /** User-Agent of the device. */
  agent: string | null;
}

type Row = Omit<AuditView, "at"> & { at: Date };

/** Who did what, the newest first. Costs are left out for who may not see them. */
export async function listAudit(ctx: Pick<Context, "db" | "permissions">, query: AuditQuery): Promise<{ items: AuditView[]; nextCursor: string | null }> {
  const { limit, cursor = null, memberId = null, action = null, entity = null, entityId = null, from = null, to = null } = query;
  const rows = await ctx.db.rows<Row>(sql`
    SELECT a.id, a.at, a.member_id AS "memberId", m.name AS "memberName", a.role, a.action, a.entity, a.entity_id AS "entityId", a.detail, a.address, a.agent
      FROM audit_entry a CROSS JOIN shop s LEFT JOIN member m ON m.tenant_id = a.tenant_id AND m.id = a.member_id
     WHERE (${cursor}::uuid IS NULL OR a.id < ${cursor}::uuid)
       AND (${memberId}::uuid IS NULL OR a.member_id = ${memberId}::uuid)
       AND (${action}::text IS NULL OR a.action = ${action}::text OR split_part(a.action, '.', 1) = ${action}::text)
       AND (${entity}::text IS NULL OR a.entity = ${entity}::text)
       AND (${entityId}::uuid IS NULL OR a.entity_id = ${entityId}::uuid)
       AND (${from}::date IS NULL OR a.at >= ${from}::date::timestamp AT TIME ZONE s.time_zone)
       AND (${to}::date IS NULL OR a.at < (${to}::date + 1)::timestamp AT TIME ZONE s.time_zone)
     ORDER BY a.id DESC LIMIT ${limit + 1}`);
  const seesCost = ctx.permissions.has("product.cost");
  const items = rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toISOString(), detail: (seesCost ? row.detail : hideCost(row.detail)) as AuditView["detail"] }));
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null };
}
