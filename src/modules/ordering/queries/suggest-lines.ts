import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { SuggestInput } from "../schema.ts";

export interface SuggestedLine {
  productId: string;
  /** What fills the shelf to its maximum, or to its minimum where none is set, in whole packs. */
  quantity: Decimal;
}

const MOST = 500;

/**
 * What of a supplier's goods is below its minimum at a place and is not on its way: neither from another place nor in an order that was sent. Only
 * products whose main supplier it is.
 */
export async function suggestLines(ctx: Pick<Context, "db">, { supplierId, locationId }: SuggestInput): Promise<SuggestedLine[]> {
  return ctx.db.rows<SuggestedLine>(sql`
    WITH place AS (SELECT id FROM location WHERE CASE WHEN ${locationId ?? null}::uuid IS NULL THEN is_default ELSE id = ${locationId ?? null}::uuid END)
    SELECT id AS "productId", (ceil((coalesce(high, low) - there) / pack_size) * pack_size)::numeric(14, 3) AS quantity FROM (
      SELECT p.id, p.search_text, s.pack_size, coalesce(b.min_stock, p.min_stock) AS low, coalesce(b.max_stock, p.max_stock) AS high,
             coalesce((SELECT l.on_hand - l.reserved FROM stock_level l WHERE l.location_id = place.id AND l.product_id = p.id), 0)
             + coalesce((SELECT sum(l.in_transit) FROM stock_transfer_line l JOIN stock_transfer t ON t.id = l.transfer_id WHERE t.to_id = place.id AND l.product_id = p.id AND l.in_transit > 0), 0)
             + coalesce((SELECT sum(greatest(l.quantity - coalesce(r.quantity, 0), 0)) FROM purchase_order o JOIN purchase_order_line l ON l.purchase_order_id = o.id
                          LEFT JOIN LATERAL (SELECT sum(x.quantity) AS quantity FROM goods_receipt g JOIN goods_receipt_line x ON x.receipt_id = g.id
                                              WHERE g.purchase_order_id = o.id AND x.product_id = l.product_id AND NOT EXISTS (SELECT FROM goods_receipt_cancellation c WHERE c.receipt_id = g.id)) r ON true
                         WHERE o.status = 'sent' AND o.location_id = place.id AND l.product_id = p.id), 0) AS there
        FROM supplier_product s JOIN product p ON p.id = s.product_id CROSS JOIN place LEFT JOIN stock_limit b ON b.location_id = place.id AND b.product_id = p.id
       WHERE s.supplier_id = ${supplierId} AND s.is_main AND p.is_active AND p.kit_pricing IS NULL) shelf
     WHERE there < low ORDER BY search_text, id LIMIT ${MOST}`);
}
