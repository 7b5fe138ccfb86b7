import { big, fix, type Decimal } from "@/kernel/decimal.ts";
import { QUANTITY_SCALE } from "@/kernel/money.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { postMovements, type MovementsToPost, type PostedMovement } from "./post-movements.ts";

interface Withdrawal extends Omit<MovementsToPost, "lines"> {
  /** What leaves, as positive quantities. */
  lines: readonly { productId: string; quantity: Decimal; name: string }[];
}

/** Goods out; answers what moved. See postMovements. */
export async function withdrawStock(tx: TenantTx, ctx: Context, withdrawal: Withdrawal): Promise<PostedMovement[]> {
  const lines = withdrawal.lines.map((line) => ({ ...line, quantity: fix(big(line.quantity).times(-1), QUANTITY_SCALE) }));
  return postMovements(tx, ctx, { ...withdrawal, lines });
}
