import { big, fix, isZero, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { QUANTITY_SCALE } from "@/kernel/money.ts";
import { RefusedError, refuse } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface MovementsToPost {
  type: "opening" | "sale" | "return" | "purchase" | "adjustment" | "transfer" | "count" | "kit";
  locationId: string;
  /** Signed quantities: in is positive, out is negative. Lines of one product are added up. `name` is for the words of a refusal. */
  lines: readonly { productId: string; quantity: Decimal; name: string }[];
  /** Whether a level may end below zero; the tenant's policy at this moment. */
  mayGoNegative: boolean;
  source: { kind: string; id: string };
  reason?: string;
}

const STOCK_SHORT = "MS001";

/**
 * Writes movements in the caller's transaction, one statement in product order; the trigger moves the levels. Throws RefusedError
 * `stock_short` with the product's name and what is available when the policy refuses.
 */
export async function postMovements(tx: TenantTx, ctx: Context, movements: MovementsToPost): Promise<void> {
  const byProduct = new Map<string, Decimal>();
  for (const { productId, quantity } of movements.lines) {
    byProduct.set(productId, fix(big(byProduct.get(productId) ?? "0").plus(quantity), QUANTITY_SCALE));
  }
  const moving = [...byProduct].filter(([, quantity]) => !isZero(quantity)).sort(([a], [b]) => (a < b ? -1 : 1));
  if (moving.length === 0) return;

  // The ids rise with the lines, so that movements of one instant are listed in the order in which they were made.
  const ids = moving.map(() => newId(ctx.now.getTime())).sort();
  await tx
    .execute(sql`
      INSERT INTO stock_movement (id, location_id, product_id, type, quantity, before, after, may_go_negative, source_kind, source_id, member_id, reason, at)
      SELECT m.id, ${movements.locationId}::uuid, m.product_id, ${movements.type}::text, m.quantity, 0, 0, ${movements.mayGoNegative}::boolean,
             ${movements.source.kind}::text, ${movements.source.id}::uuid, ${ctx.member.id}::uuid, ${movements.reason ?? null}::text, ${ctx.now}::timestamptz
        FROM unnest(${ids}::uuid[], ${moving.map(([id]) => id)}::uuid[], ${moving.map(([, quantity]) => quantity)}::numeric[]) AS m (id, product_id, quantity)
       ORDER BY m.product_id`)
    .catch((error: unknown) => {
      throw shortageOf(error, movements.lines) ?? error;
    });
}

function shortageOf(error: unknown, lines: MovementsToPost["lines"]): RefusedError | null {
  const { code, detail, hint } = error as { code?: string; detail?: string; hint?: string };
  if (code !== STOCK_SHORT) return null;
  const name = lines.find((line) => line.productId === detail)?.name ?? "";
  return new RefusedError(refuse("stock_short", { params: { name, available: trimZeros(hint ?? "0") } }));
}
