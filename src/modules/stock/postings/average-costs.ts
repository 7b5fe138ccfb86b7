import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface CostedGoods {
  productId: string;
  quantity: Decimal;
  /** Of one unit, net of VAT, in the shop's currency. */
  unitCost: Decimal;
}

/**
 * Moves the average cost of goods that come in: what is on hand at the old average and what comes at its cost, over both together. Where
 * nothing is on hand, or nobody knows what it cost, the new cost is the average. Called before the movements are posted, with the products' rows
 * held.
 */
export async function raiseAverages(tx: TenantTx, ctx: Context, goods: readonly CostedGoods[]): Promise<void> {
  await tx.execute(sql`
    INSERT INTO product_cost AS k (product_id, average_cost, last_cost, updated_at)
    SELECT g.product_id, CASE WHEN h.on_hand > 0 AND h.cost IS NOT NULL THEN round((h.on_hand * h.cost + g.quantity * g.cost) / (h.on_hand + g.quantity), 4) ELSE g.cost END, g.cost, ${ctx.now}
      FROM unnest(${goods.map(({ productId }) => productId)}::uuid[], ${goods.map(({ quantity }) => quantity)}::numeric[], ${goods.map(({ unitCost }) => unitCost)}::numeric[]) AS g (product_id, quantity, cost)
      CROSS JOIN LATERAL (SELECT coalesce((SELECT sum(l.on_hand) FROM stock_level l WHERE l.product_id = g.product_id), 0) AS on_hand,
                                 coalesce((SELECT c.average_cost FROM product_cost c WHERE c.product_id = g.product_id),
                                          (SELECT p.cost_price FROM product p JOIN shop s ON s.currency = p.cost_currency WHERE p.id = g.product_id)) AS cost) h
        ON CONFLICT (tenant_id, product_id) DO UPDATE SET average_cost = excluded.average_cost, last_cost = excluded.last_cost, updated_at = excluded.updated_at`);
}

/**
 * The opposite, for goods that go back: what remains is worth what it was without them. Where nothing remains on hand, or less than nothing
 * would be left, the average stays. `lastCost` is what is known of the receipt before; null leaves the last cost.
 */
export async function lowerAverages(tx: TenantTx, ctx: Context, goods: readonly (CostedGoods & { lastCost: Decimal | null })[]): Promise<void> {
  await tx.execute(sql`
    UPDATE product_cost k
       SET average_cost = CASE WHEN h.on_hand > g.quantity AND h.on_hand * k.average_cost >= g.quantity * g.cost
                               THEN round((h.on_hand * k.average_cost - g.quantity * g.cost) / (h.on_hand - g.quantity), 4) ELSE k.average_cost END,
           last_cost = CASE WHEN k.last_cost = g.cost THEN coalesce(g.last_cost, k.last_cost) ELSE k.last_cost END, updated_at = ${ctx.now}
      FROM unnest(${goods.map(({ productId }) => productId)}::uuid[], ${goods.map(({ quantity }) => quantity)}::numeric[], ${goods.map(({ unitCost }) => unitCost)}::numeric[],
                  ${goods.map(({ lastCost }) => lastCost)}::numeric[]) AS g (product_id, quantity, cost, last_cost)
      CROSS JOIN LATERAL (SELECT coalesce(sum(l.on_hand), 0) AS on_hand FROM stock_level l WHERE l.product_id = g.product_id) h
     WHERE k.product_id = g.product_id`);
}

export interface CorrectedCost {
  productId: string;
  quantity: Decimal;
  /** What the goods were received at, and what they came to. */
  from: Decimal;
  to: Decimal;
}

/**
 * Goods that were received at one cost turn out to have another: what of them can still be on hand moves the average; what was sold meanwhile
 * went at what was known then. Called with the products' rows held.
 */
export async function correctAverages(tx: TenantTx, ctx: Context, goods: readonly CorrectedCost[]): Promise<void> {
  await tx.execute(sql`
    UPDATE product_cost k
       SET average_cost = CASE WHEN h.on_hand > 0 THEN greatest(0, round(k.average_cost + (g.cost - g.was) * least(g.quantity, h.on_hand) / h.on_hand, 4)) ELSE g.cost END, last_cost = g.cost, updated_at = ${ctx.now}
      FROM unnest(${goods.map(({ productId }) => productId)}::uuid[], ${goods.map(({ quantity }) => quantity)}::numeric[], ${goods.map(({ from }) => from)}::numeric[], ${goods.map(({ to }) => to)}::numeric[]) AS g (product_id, quantity, was, cost)
      CROSS JOIN LATERAL (SELECT coalesce(sum(l.on_hand), 0) AS on_hand FROM stock_level l WHERE l.product_id = g.product_id) h
     WHERE k.product_id = g.product_id`);
}
