import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { claimAttempt } from "@/modules/identity/postings/claim-attempt.ts";
import { MAILS_BY_ADDRESSEE } from "@/modules/identity/rules/token-limits.ts";
import { hashSecret } from "@/modules/identity/secret.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { mailInvitation } from "../postings/mail-invitation.ts";
import { invitationToken } from "../queries/invitation-view.ts";
import { INVITATION_MS } from "../rules/invitation-state.ts";

/** A new link for an invitation that is still unanswered, expired or not; the links sent before open nothing any more. */
export async function resendInvitation(ctx: Context, id: string): Promise<Result<{ id: string }>> {
  const attempt = await claimAttempt(databases().control, [{ purpose: "invitation-mail", subject: id, limits: MAILS_BY_ADDRESSEE }], ctx.now);
  if (!attempt.ok) return attempt;
  return transactControl(ctx, async (tx) => {
    const [found] = await tx.rows<{ email: string; name: string; round: number }>(sql`
      SELECT email, name, round FROM invitation WHERE id = ${id} AND tenant_id = ${ctx.tenant.id} AND accepted_at IS NULL AND revoked_at IS NULL FOR UPDATE`);
    if (!found) return refuse("not_found");
    const round = found.round + 1;
    await tx.execute(sql`
      UPDATE invitation SET round = ${round}, token_hash = ${hashSecret(invitationToken(id, round))}, sent_at = ${ctx.now}, expires_at = ${new Date(ctx.now.getTime() + INVITATION_MS)}
      WHERE id = ${id}`);
    await mailInvitation(tx, ctx, { id, round, email: found.email, name: found.name });
    await recordAudit(tx, ctx, { action: "member.invite_again", entity: "invitation", entityId: id, detail: { email: found.email, round } });
    return accept({ id });
  });
}
