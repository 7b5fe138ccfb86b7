import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { loadDifferences, type DifferenceView } from "../queries/list-differences.ts";
import type { DecideInput } from "../schema.ts";

/**
 * What a member makes of a difference, once and with a reason: it is accepted, a credit note is claimed for it, or the bill was typed wrong and
 * is to be corrected, by cancelling it and entering it again.
 */
export async function decideDifference(ctx: Context, id: string, { decision, reason }: DecideInput): Promise<Result<DifferenceView>> {
  return ctx.transact(async (tx) => {
    const [known] = await loadDifferences(tx, { id, limit: 1 });
    if (!known) return refuse("not_found");
    const [taken] = await tx.rows(sql`
      INSERT INTO bill_difference_decision (difference_id, decision, member_id, reason, at) VALUES (${id}, ${decision}, ${ctx.member.id}, ${reason}, ${ctx.now}) ON CONFLICT (tenant_id, difference_id) DO NOTHING RETURNING difference_id`);
    if (!taken) return refuse("difference_decided");
    await recordAudit(tx, ctx, { action: "purchase.decide", entity: "purchase", entityId: known.purchaseId, detail: { product: known.name, kind: known.kind, expected: known.expected, found: known.found, amount: known.amount, decision, reason } });
    return accept((await loadDifferences(tx, { id, limit: 1 }))[0]!);
  });
}
