import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { changePin } from "@/modules/identity/postings/change-pin.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { findMember, lockTeam } from "../postings/lock-team.ts";
import { judgeChange } from "../rules/judge-change.ts";

/** Takes somebody's PIN away, who then chooses another; nobody chooses it for them. Who came in by it is out. */
export async function clearPin(ctx: Context, id: string): Promise<Result<{ id: string }>> {
  return transactControl(ctx, async (tx) => {
    const actor = await lockTeam(tx, ctx);
    const target = await findMember(tx, ctx.tenant.id, id);
    if (!target || target.deactivatedAt !== null) return refuse("not_found");
    const no = actor.id === target.id ? null : judgeChange(actor, target, target.role);
    if (no) return refuse(no);
    await changePin(tx, { id, userId: target.userId, tenantId: ctx.tenant.id }, null, ctx.now);
    await recordAudit(tx, ctx, { action: "member.pin_clear", entity: "member", entityId: id, detail: { name: target.name } });
    return accept({ id });
  });
}
