import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface PaidCost {
  productId: string;
  /** What one unit came to, net of VAT, in the shop's currency, freight included. */
  unitCost: Decimal;
}

/**
 * What a bill says of a supplier's prices: the products become the supplier's, and where a list price is known the one that leads to what was
 * paid takes its place, so that the replacement cost follows the paper. A list whose rate nobody told stays as it is. The caller holds the
 * products' rows.
 */
export async function takeCosts(tx: TenantTx, ctx: Context, supplierId: string, costs: readonly PaidCost[]): Promise<void> {
  const ids = costs.map(({ productId }) => productId);
  await tx.execute(sql`
    INSERT INTO supplier_product (supplier_id, product_id, is_main, updated_at)
    SELECT ${supplierId}::uuid, p.id, NOT EXISTS (SELECT FROM supplier_product o WHERE o.product_id = p.id AND o.is_main), ${ctx.now}
      FROM unnest(${ids}::uuid[]) AS p (id)
        ON CONFLICT (tenant_id, supplier_id, product_id) DO NOTHING`);
  await tx.execute(sql`
    UPDATE supplier_product l SET list_price = round(c.cost * l.pack_size / t.factor, 4), updated_at = ${ctx.now}
      FROM unnest(${ids}::uuid[], ${costs.map(({ unitCost }) => unitCost)}::numeric[]) AS c (product_id, cost),
           (SELECT r.rate * discount_factor(s.discounts) * (100 + s.freight_percent) * 0.01 AS factor
              FROM supplier s JOIN current_rate r ON r.currency = s.currency WHERE s.id = ${supplierId}) t
     WHERE l.supplier_id = ${supplierId} AND l.product_id = c.product_id AND l.list_price IS NOT NULL AND t.factor > 0 AND c.cost > 0 AND c.cost * l.pack_size / t.factor < 9999999999`);
}

/** Puts list prices back where they still say what the bill made of them. */
export async function putListPricesBack(tx: TenantTx, ctx: Context, supplierId: string, prices: readonly { productId: string; unitCost: Decimal; listBefore: Decimal }[]): Promise<void> {
  await tx.execute(sql`
    UPDATE supplier_product l SET list_price = b.list_before, updated_at = ${ctx.now}
      FROM unnest(${prices.map(({ productId }) => productId)}::uuid[], ${prices.map(({ unitCost }) => unitCost)}::numeric[], ${prices.map(({ listBefore }) => listBefore)}::numeric[]) AS b (product_id, cost, list_before),
           (SELECT r.rate * discount_factor(s.discounts) * (100 + s.freight_percent) * 0.01 AS factor
              FROM supplier s JOIN current_rate r ON r.currency = s.currency WHERE s.id = ${supplierId}) t
     WHERE l.supplier_id = ${supplierId} AND l.product_id = b.product_id AND t.factor > 0 AND l.list_price = round(b.cost * l.pack_size / t.factor, 4)`);
}
