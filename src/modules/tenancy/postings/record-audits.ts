import { newId } from "@/kernel/id.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { Context } from "../context.ts";

/** As recordAudit, for a deed that touches many things of one kind. */
export async function recordAudits(
  tx: TenantTx,
  ctx: Context,
  { action, entity }: { action: string; entity: string },
  facts: readonly { entityId: string; detail: Readonly<Record<string, unknown>> }[],
): Promise<void> {
  if (facts.length === 0) return;
  const entries = facts.map(({ entityId, detail }) => ({ id: newId(ctx.now.getTime()), entityId, detail }));
  await tx.execute(sql`
    INSERT INTO audit_entry (id, at, member_id, action, entity, entity_id, detail, request_id, address, role, agent)
    SELECT one.id, ${ctx.now}, ${ctx.member.id}::uuid, ${action}, ${entity}, one."entityId", one.detail, ${ctx.request.id}, ${ctx.request.address}, ${ctx.member.role}, ${ctx.request.userAgent}
      FROM json_to_recordset(${JSON.stringify(entries)}::json) AS one (id uuid, "entityId" uuid, detail jsonb)`);
}
