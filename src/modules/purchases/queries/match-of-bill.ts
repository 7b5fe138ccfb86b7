import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

/** A product of a bill beside what was ordered and what came: the three papers in one line. Costs are of one unit, net of VAT. */
export interface MatchLine {
  productId: string;
  sku: string;
  name: string;
  unit: string;
  /** Null where no order stands behind the receipts. */
  ordered: Decimal | null;
  orderedCost: Decimal | null;
  received: Decimal;
  receivedCost: Decimal | null;
  billed: Decimal;
  billedCost: Decimal | null;
  /** Differences that nobody decided about. */
  open: number;
}

/** Order, receipt and bill by product, for a bill that charges receipts; empty for one that brought its goods itself. */
export async function matchOfBill(ctx: Pick<Context, "db">, purchaseId: string): Promise<MatchLine[]> {
  return ctx.db.rows<MatchLine>(sql`
    WITH named AS (SELECT receipt_id FROM receipt_match WHERE purchase_id = ${purchaseId} GROUP BY receipt_id HAVING sum(quantity) <> 0),
    came AS (SELECT l.product_id, sum(l.quantity) AS quantity, sum(l.value) AS value FROM named n JOIN goods_receipt_line l ON l.receipt_id = n.receipt_id GROUP BY l.product_id),
    asked AS (SELECT l.product_id, sum(l.quantity) AS quantity, max(l.unit_cost) AS cost
                FROM (SELECT DISTINCT r.purchase_order_id AS id FROM named n JOIN goods_receipt r ON r.id = n.receipt_id WHERE r.purchase_order_id IS NOT NULL) o
                JOIN purchase_order_line l ON l.purchase_order_id = o.id GROUP BY l.product_id),
    charged AS (SELECT product_id, sum(quantity) AS quantity, sum(net + freight) AS value FROM purchase_line WHERE purchase_id = ${purchaseId} GROUP BY product_id)
    SELECT p.id AS "productId", p.sku, p.name, p.unit, a.quantity AS ordered, a.cost AS "orderedCost", coalesce(c.quantity, 0)::numeric(14, 3) AS received,
           round(c.value / nullif(c.quantity, 0), 4)::numeric(14, 4) AS "receivedCost", coalesce(b.quantity, 0)::numeric(14, 3) AS billed, round(b.value / nullif(b.quantity, 0), 4)::numeric(14, 4) AS "billedCost",
           (SELECT count(*)::int FROM bill_difference d WHERE d.purchase_id = ${purchaseId} AND d.product_id = p.id AND NOT EXISTS (SELECT FROM bill_difference_decision k WHERE k.difference_id = d.id)) AS open
      FROM (SELECT product_id FROM came UNION SELECT product_id FROM charged) all_of JOIN product p ON p.id = all_of.product_id
      LEFT JOIN came c ON c.product_id = p.id LEFT JOIN asked a ON a.product_id = p.id LEFT JOIN charged b ON b.product_id = p.id
     WHERE EXISTS (SELECT FROM named) ORDER BY p.name, p.id`);
}
