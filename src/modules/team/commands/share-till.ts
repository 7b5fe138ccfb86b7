import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { plantTill } from "@/modules/identity/postings/plant-till.ts";
import { nameDevice } from "@/modules/identity/rules/name-device.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { sql } from "@/platform/db/sql.ts";

/**
 * Makes the device of this request a till that takes the PINs of the shop's people. Answers the secret for its cookie, which exists nowhere
 * else. Refused to who has no PIN of their own: they could not come back in.
 */
export async function shareTill(ctx: Context): Promise<Result<{ secret: string }>> {
  const { address, userAgent } = ctx.request;
  return transactControl(ctx, async (tx) => {
    const [own] = await tx.rows<{ hasPin: boolean }>(sql`SELECT pin_hash IS NOT NULL AS "hasPin" FROM membership WHERE id = ${ctx.member.id} AND deactivated_at IS NULL`);
    if (!own?.hasPin) return refuse("pin_missing");
    const { id, secret } = await plantTill(tx, { tenantId: ctx.tenant.id, sharedBy: ctx.member.id, address, userAgent, now: ctx.now });
    await recordAudit(tx, ctx, { action: "till.share", entity: "till", entityId: id, detail: { device: nameDevice(userAgent) } });
    return accept({ secret });
  });
}
