import { newId } from "@/kernel/id.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { Context } from "../context.ts";

export interface AuditFact {
  /** noun.verb, such as "sale.register". */
  action: string;
  entity: string;
  entityId: string | null;
  /** What changed: before and after, or the document's key figures. Never secrets. */
  detail: Readonly<Record<string, unknown>>;
}

/** A context, or the little that is known of a person who comes into the tenant only now; without a member: somebody outside of it, or nobody. */
export type Author = Pick<Context, "now"> & { member: Pick<Context["member"], "id" | "role"> | null; request: Pick<Context["request"], "id" | "address" | "userAgent"> };

/** What must never stand in the trail, whoever hands it in by mistake. */
const SECRET = /"(password\w*|secret|token|pin)":/i;

/** Writes who did what, in the transaction of the deed: both are saved or neither. */
export async function recordAudit(tx: Pick<TenantTx, "execute">, ctx: Author, fact: AuditFact): Promise<void> {
  const detail = JSON.stringify(fact.detail);
  if (SECRET.test(detail)) throw new Error(`A secret was about to be written into the audit trail: ${fact.action}`);
  await tx.execute(sql`
    INSERT INTO audit_entry (id, at, member_id, action, entity, entity_id, detail, request_id, address, role, agent)
    VALUES (${newId(ctx.now.getTime())}, ${ctx.now}, ${ctx.member?.id ?? null}, ${fact.action}, ${fact.entity}, ${fact.entityId},
            ${detail}::jsonb, ${ctx.request.id}, ${ctx.request.address}, ${ctx.member?.role ?? null}, ${ctx.request.userAgent})`);
}
