import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { sql } from "@/platform/db/sql.ts";

/** Takes an unanswered invitation back: its link opens nothing from now on. */
export async function revokeInvitation(ctx: Context, id: string): Promise<Result<{ id: string }>> {
  return transactControl(ctx, async (tx) => {
    const [revoked] = await tx.rows<{ email: string }>(sql`
      UPDATE invitation SET revoked_at = ${ctx.now} WHERE id = ${id} AND tenant_id = ${ctx.tenant.id} AND accepted_at IS NULL AND revoked_at IS NULL RETURNING email`);
    if (!revoked) return refuse("not_found");
    await recordAudit(tx, ctx, { action: "member.revoke_invitation", entity: "invitation", entityId: id, detail: { before: { email: revoked.email } } });
    return accept({ id });
  });
}
