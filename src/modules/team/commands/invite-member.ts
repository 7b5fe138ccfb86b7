import { newId } from "@/kernel/id.ts";
import { accept, refuseField, RefusedError, type Result } from "@/kernel/refusal.ts";
import { hashSecret } from "@/modules/identity/secret.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import { checkSet } from "../postings/check-set.ts";
import { lockTeam } from "../postings/lock-team.ts";
import { mailInvitation } from "../postings/mail-invitation.ts";
import { invitationToken } from "../queries/invitation-view.ts";
import { INVITATION_MS } from "../rules/invitation-state.ts";
import { plainStanding, type Standing } from "../rules/standing.ts";

export interface InviteInput extends Standing {
  /** Normalised. */
  email: string;
  name: string;
}

/** Offers somebody a place in the shop, under their e-mail address. Answers the invitation's id; its link is in the queries. */
export async function inviteMember(ctx: Context, input: InviteInput): Promise<Result<{ id: string }>> {
  const standing = plainStanding(input);
  return transactControl(ctx, async (tx) => {
    await lockTeam(tx, ctx);
    await checkSet(tx, ctx.tenant.id, standing);
    await refuseKnown(tx, ctx, input.email);
    const id = newId(ctx.now.getTime());
    await tx.execute(sql`
      INSERT INTO invitation (id, tenant_id, email, name, role, permission_set, permissions, thresholds, token_hash, round, invited_by, created_at, sent_at, expires_at)
      VALUES (${id}, ${ctx.tenant.id}, ${input.email}, ${input.name}, ${standing.role}, ${standing.permissionSet}, ${standing.permissions}, ${JSON.stringify(standing.thresholds)}::jsonb,
              ${hashSecret(invitationToken(id, 1))}, 1, ${ctx.member.id}, ${ctx.now}, ${ctx.now}, ${new Date(ctx.now.getTime() + INVITATION_MS)})`);
    await mailInvitation(tx, ctx, { id, round: 1, email: input.email, name: input.name });
    await recordAudit(tx, ctx, { action: "member.invite", entity: "invitation", entityId: id, detail: { after: { email: input.email, name: input.name, ...standing } } });
    return accept({ id });
  });
}

/** An invitation that nobody answered in time makes room for the new one. */
async function refuseKnown(tx: ControlTx, ctx: Context, email: string): Promise<void> {
  const [known] = await tx.rows(sql`
    SELECT m.id FROM membership m JOIN "user" u ON u.id = m.user_id WHERE m.tenant_id = ${ctx.tenant.id} AND u.email = ${email} AND m.deactivated_at IS NULL`);
  if (known) throw new RefusedError(refuseField("email", "already_member"));
  await tx.execute(sql`
    UPDATE invitation SET revoked_at = ${ctx.now}
    WHERE tenant_id = ${ctx.tenant.id} AND email = ${email} AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at <= ${ctx.now}`);
  const [open] = await tx.rows(sql`
    SELECT id FROM invitation WHERE tenant_id = ${ctx.tenant.id} AND email = ${email} AND accepted_at IS NULL AND revoked_at IS NULL`);
  if (open) throw new RefusedError(refuseField("email", "invitation_pending"));
}
