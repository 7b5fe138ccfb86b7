import { plainPrice } from "@/modules/catalogue/rules/plain-price.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import { loadPurchases } from "./load-purchases.ts";
import type { PurchaseLineView, PurchaseView } from "./purchase-view.ts";

type Rest = Pick<PurchaseView, "notes" | "cancelledBy" | "cancelReason"> & { cancelledAt: Date | null; requestHash: string };

/** One bill with its lines, taxes and what paid it; null when the tenant has none of this id. */
export async function getPurchase(db: TenantDb | TenantTx, id: string): Promise<PurchaseView | null> {
  return (await getPurchaseWithHash(db, id))?.view ?? null;
}

/** The same with the hash of the request that made it, by which a repetition is told from another bill. */
export async function getPurchaseWithHash(db: TenantDb | TenantTx, id: string): Promise<{ view: PurchaseView; requestHash: string } | null> {
  const [[row], [rest], lines, taxes, payments] = await burst([
    loadPurchases(db, { id, limit: 1 }),
    db.rows<Rest>(sql`
      SELECT b.notes, c.at AS "cancelledAt", m.name AS "cancelledBy", c.reason AS "cancelReason", b.request_hash AS "requestHash"
        FROM purchase b LEFT JOIN purchase_cancellation c ON c.purchase_id = b.id LEFT JOIN member m ON m.id = c.member_id WHERE b.id = ${id}`),
    db.rows<PurchaseLineView>(sql`
      SELECT product_id AS "productId", sku, name, unit, quantity, unit_cost AS "unitCost", discounts, tax_rate AS "taxRate", net, freight, landed_cost AS "landedCost", cost_before AS "costBefore"
        FROM purchase_line WHERE purchase_id = ${id} ORDER BY line_no`),
    db.rows<PurchaseView["taxes"][number]>(sql`SELECT tax_rate AS "taxRate", base, tax FROM purchase_tax WHERE purchase_id = ${id} ORDER BY tax_rate`),
    db.rows<PurchaseView["payments"][number]>(sql`
      SELECT p.id AS "paymentId", p.paid_on AS date, p.method, sum(a.amount)::numeric(14, 2) AS amount
        FROM supplier_allocation a JOIN supplier_payment p ON p.id = a.payment_id
       WHERE a.purchase_id = ${id} GROUP BY p.id, p.paid_on, p.method HAVING sum(a.amount) <> 0 ORDER BY p.paid_on, p.id`),
  ]);
  if (!row || !rest) return null;
  const { requestHash, cancelledAt, ...told } = rest;
  return { view: { ...row, ...told, postedAt: row.postedAt.toISOString(), cancelledAt: cancelledAt?.toISOString() ?? null, taxes, lines: lines.map(withPlainCosts), payments }, requestHash };
}

function withPlainCosts(line: PurchaseLineView): PurchaseLineView {
  return { ...line, unitCost: plainPrice(line.unitCost), landedCost: plainPrice(line.landedCost), costBefore: plainPrice(line.costBefore) };
}
