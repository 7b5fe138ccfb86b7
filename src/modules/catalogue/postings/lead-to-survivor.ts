import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Archives a product that turned out to be another and lets it lead there; `survivorId` null takes that back, `isActive` as it was. */
export async function leadToSurvivor(tx: TenantTx, ctx: Context, id: string, survivorId: string | null, isActive: boolean): Promise<void> {
  await tx.execute(sql`
    UPDATE product SET merged_into_id = ${survivorId}::uuid, is_active = ${survivorId === null && isActive}::boolean, version = version + 1, updated_at = ${ctx.now} WHERE id = ${id}`);
}
