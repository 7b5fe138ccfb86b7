import { RefusedError, refuse, type Refusal, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { approvableOf, limitsOf, type Authority } from "../rules/approval.ts";
import { tooShort, type Approval } from "./read-approval.ts";

export type ApprovedDocument = "sale" | "sale_return" | "sale_cancellation";

export function authorityOf(ctx: Context, approval: Approval | null): Authority {
  return { own: limitsOf(ctx), second: approval?.limits ?? null, needed: new Set() };
}

/** Writes who allowed what of a document, where it was needed at all. Throws RefusedError approval_gone for a grant that another document used. */
export async function writeApproval(tx: TenantTx, ctx: Context, approval: Approval | null, { needed }: Authority, of: { kind: ApprovedDocument; id: string; saleId: string } | { kind: "shift"; id: string }): Promise<void> {
  if (approval === null || needed.size === 0) return;
  const kinds = [...needed].sort();
  const [written] = await burst([
    tx.execute(sql`
      INSERT INTO approval (id, member_id, asked_by, document_kind, document_id, kinds, reason, at)
      VALUES (${approval.id}::uuid, ${approval.memberId}::uuid, ${ctx.member.id}::uuid, ${of.kind}, ${of.id}::uuid, ${kinds}::text[], ${approval.reason}, ${ctx.now}::timestamptz)
      ON CONFLICT (tenant_id, id) DO NOTHING`),
    recordAudit(tx, ctx, { action: of.kind === "shift" ? "shift.approve" : "sale.approve", entity: of.kind === "shift" ? "shift" : "sale", entityId: of.kind === "shift" ? of.id : of.saleId, detail: { approvedBy: approval.memberName, kinds, reason: approval.reason } }),
  ]);
  if (written === 0) throw new RefusedError(refuse("approval_gone"));
}

/** Where a second member typed their PIN and it still is too much, that is what is told: not the limit of who sells. */
export function asApproved<T>(result: Result<T>, approval: Approval | null): Result<T> {
  const isLimit = (no: Refusal): boolean => approvableOf(no.code) !== null && no.code !== "stock_short";
  return !result.ok && approval !== null && !approval.isGrant && isLimit(result) ? tooShort(approval) : result;
}
