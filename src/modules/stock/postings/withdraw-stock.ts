import { big, fix } from "@/kernel/decimal.ts";
import { QUANTITY_SCALE } from "@/kernel/money.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { postMovements, type MovementsToPost } from "./post-movements.ts";

/** Goods out: `lines` carry what leaves, as positive quantities. See postMovements. */
export async function withdrawStock(tx: TenantTx, ctx: Context, withdrawal: MovementsToPost): Promise<void> {
  const lines = withdrawal.lines.map((line) => ({ ...line, quantity: fix(big(line.quantity).times(-1), QUANTITY_SCALE) }));
  await postMovements(tx, ctx, { ...withdrawal, lines });
}
