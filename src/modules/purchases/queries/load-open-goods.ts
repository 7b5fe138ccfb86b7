import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import type { OpenGoods } from "../rules/match-bill.ts";

/** What these receipts of a supplier have that no bill charged yet, the oldest first; cancelled receipts have nothing. */
export async function loadOpenGoods(db: Pick<TenantDb | TenantTx, "rows">, supplierId: string, receiptIds: readonly string[]): Promise<OpenGoods[]> {
  return db.rows<OpenGoods>(sql`
    SELECT * FROM (
      SELECT l.receipt_id AS "receiptId", l.product_id AS "productId", (l.quantity - coalesce(m.quantity, 0))::numeric(14, 3) AS quantity, (l.value - coalesce(m.value, 0))::numeric(14, 2) AS value,
             l.unit_cost AS "unitCost", l.tax_rate AS "taxRate",
             coalesce((SELECT s.pack_size FROM supplier_product s WHERE s.supplier_id = r.supplier_id AND s.product_id = l.product_id AND s.pack_size > 1),
                      (SELECT max(b.pack_size) FROM product_barcode b WHERE b.product_id = l.product_id), 1)::numeric(14, 3) AS "packSize", r.number
        FROM goods_receipt r JOIN goods_receipt_line l ON l.receipt_id = r.id
        LEFT JOIN (SELECT receipt_id, product_id, sum(quantity) AS quantity, sum(value) AS value FROM receipt_match GROUP BY receipt_id, product_id) m ON m.receipt_id = l.receipt_id AND m.product_id = l.product_id
       WHERE r.id = ANY (${[...receiptIds]}::uuid[]) AND r.supplier_id = ${supplierId} AND NOT EXISTS (SELECT FROM goods_receipt_cancellation c WHERE c.receipt_id = r.id)) open
     WHERE quantity > 0 ORDER BY number, "productId"`);
}

/** What a bill charged of receipts, by product and receipt; nothing when it was cancelled. */
export async function loadMatches(db: Pick<TenantDb | TenantTx, "rows">, purchaseId: string): Promise<{ receiptId: string; number: string; productId: string; quantity: string; value: string }[]> {
  return db.rows(sql`
    SELECT m.receipt_id AS "receiptId", r.number::text AS number, m.product_id AS "productId", sum(m.quantity)::numeric(14, 3) AS quantity, sum(m.value)::numeric(14, 2) AS value
      FROM receipt_match m JOIN goods_receipt r ON r.id = m.receipt_id WHERE m.purchase_id = ${purchaseId}
     GROUP BY m.receipt_id, r.number, m.product_id HAVING sum(m.quantity) <> 0 ORDER BY r.number, m.product_id`);
}
