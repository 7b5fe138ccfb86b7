import { accept, type Result } from "@/kernel/refusal.ts";
import { revokeSession } from "@/modules/identity/postings/revoke-session.ts";
import type { SharedTill } from "@/modules/identity/queries/find-till.ts";
import { nameDevice } from "@/modules/identity/rules/name-device.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";

/** Leaves a shared till: the session of this browser (by its secret) ends, by PIN or whole, and the next person types a PIN. */
export async function lockTill(ctx: Context, till: SharedTill, secret: string): Promise<Result<null>> {
  return transactControl(ctx, async (tx) => {
    await revokeSession(tx, secret, ctx.now);
    if (till.tenantId === ctx.tenant.id) await recordAudit(tx, ctx, { action: "till.lock", entity: "till", entityId: till.id, detail: { device: nameDevice(ctx.request.userAgent) } });
    return accept(null);
  });
}
