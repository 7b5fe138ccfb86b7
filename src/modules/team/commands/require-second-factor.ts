import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { changeTotpPolicy } from "@/modules/identity/postings/change-totp-policy.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { lockTeam } from "../postings/lock-team.ts";

/** Demands a second factor of everybody in the shop, or no longer. Whoever lacks one gets no further than setting it up. */
export async function requireSecondFactor(ctx: Context, required: boolean): Promise<Result<{ required: boolean }>> {
  return transactControl(ctx, async (tx) => {
    const actor = await lockTeam(tx, ctx);
    if (actor.role !== "OWNER") return refuse("forbidden");
    await changeTotpPolicy(tx, ctx.tenant.id, required);
    await recordAudit(tx, ctx, { action: "shop.require_second_factor", entity: "shop", entityId: null, detail: { before: { required: !required }, after: { required } } });
    return accept({ required });
  });
}
