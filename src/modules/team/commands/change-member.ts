import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { changeRights } from "@/modules/identity/postings/change-membership.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { checkSet } from "../postings/check-set.ts";
import { findMember, lockTeam } from "../postings/lock-team.ts";
import { judgeChange } from "../rules/judge-change.ts";
import { plainStanding, type Standing } from "../rules/standing.ts";

/** Gives a member another role, set or limits; what is absent stays. Holds from their next request. */
export async function changeMember(ctx: Context, id: string, change: Partial<Standing>): Promise<Result<{ id: string }>> {
  return transactControl(ctx, async (tx) => {
    const actor = await lockTeam(tx, ctx);
    const target = await findMember(tx, ctx.tenant.id, id);
    if (!target) return refuse("not_found");
    const no = judgeChange(actor, target, change.role ?? target.role);
    if (no) return refuse(no);
    // An owner keeps the role here, and an owner has no set and no limits.
    if (target.role === "OWNER") return refuse("owner_protected");
    const before = { role: target.role, permissionSet: target.permissionSet, permissions: target.permissions, thresholds: target.thresholds } as Standing;
    const after = plainStanding({ ...before, ...change });
    await checkSet(tx, ctx.tenant.id, after);
    await changeRights(tx, id, after);
    await recordAudit(tx, ctx, { action: "member.change", entity: "member", entityId: id, detail: { name: target.name, before, after } });
    return accept({ id });
  });
}
