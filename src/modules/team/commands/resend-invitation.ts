import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { hashSecret } from "@/modules/identity/secret.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { sql } from "@/platform/db/sql.ts";
import { invitationToken } from "../queries/invitation-view.ts";
import { INVITATION_MS } from "../rules/invitation-state.ts";

/** A new link for an invitation that is still unanswered, expired or not; the links sent before open nothing any more. */
export async function resendInvitation(ctx: Context, id: string): Promise<Result<{ id: string }>> {
  return transactControl(ctx, async (tx) => {
    const [found] = await tx.rows<{ email: string; round: number }>(sql`
      SELECT email, round FROM invitation WHERE id = ${id} AND tenant_id = ${ctx.tenant.id} AND accepted_at IS NULL AND revoked_at IS NULL FOR UPDATE`);
    if (!found) return refuse("not_found");
    const round = found.round + 1;
    await tx.execute(sql`
      UPDATE invitation SET round = ${round}, token_hash = ${hashSecret(invitationToken(id, round))}, sent_at = ${ctx.now}, expires_at = ${new Date(ctx.now.getTime() + INVITATION_MS)}
      WHERE id = ${id}`);
    await recordAudit(tx, ctx, { action: "member.invite_again", entity: "invitation", entityId: id, detail: { email: found.email, round } });
    return accept({ id });
  });
}
