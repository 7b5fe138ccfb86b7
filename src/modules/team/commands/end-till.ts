import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { revokeTill } from "@/modules/identity/postings/revoke-till.ts";
import { nameDevice } from "@/modules/identity/rules/name-device.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";

/** A device takes PINs no longer. Whoever stands there by PIN is out at their next request. */
export async function endTill(ctx: Context, id: string): Promise<Result<{ id: string }>> {
  return transactControl(ctx, async (tx) => {
    const ended = await revokeTill(tx, { id, tenantId: ctx.tenant.id }, ctx.now);
    if (!ended) return refuse("not_found");
    await recordAudit(tx, ctx, { action: "till.end", entity: "till", entityId: id, detail: { device: nameDevice(ended.userAgent) } });
    return accept({ id });
  });
}
