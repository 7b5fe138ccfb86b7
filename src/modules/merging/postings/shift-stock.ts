import { big, fix, type Decimal } from "@/kernel/decimal.ts";
import { QUANTITY_SCALE } from "@/kernel/money.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

interface Shift {
  mergeId: string;
  from: { id: string; name: string };
  to: { id: string; name: string };
  shelves: readonly { locationId: string; quantity: Decimal }[];
  /** Whether `from` may end below zero. */
  mayGoNegative: boolean;
}

/** Stock from one product to another, place by place, by movements. Throws RefusedError stock_short as postMovements does. */
export async function shiftStock(tx: TenantTx, ctx: Context, { mergeId, from, to, shelves, mayGoNegative }: Shift): Promise<void> {
  for (const { locationId, quantity } of shelves) {
    const out = { productId: from.id, quantity: fix(big(quantity).times(-1), QUANTITY_SCALE), name: from.name };
    const lines = [out, { productId: to.id, quantity, name: to.name }];
    await postMovements(tx, ctx, { type: "adjustment", locationId, lines, mayGoNegative, source: { kind: "merge", id: mergeId } });
  }
}
