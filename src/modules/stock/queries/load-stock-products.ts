import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface StockProduct {
  id: string;
  sku: string;
  name: string;
  unit: string;
  /** Made of others: it has no stock of its own. */
  isKit: boolean;
  /** Net of VAT in the shop's currency; null when unknown or in another currency, as in a sale. */
  unitCost: Decimal | null;
}

/** The products of a document's lines, by id; what the tenant does not have is missing. */
export async function loadStockProducts(db: Pick<TenantTx, "rows">, ids: readonly string[]): Promise<Map<string, StockProduct>> {
  const rows = await db.rows<StockProduct>(sql`
    SELECT p.id, p.sku, p.name, p.unit, p.kit_pricing IS NOT NULL AS "isKit", CASE WHEN p.cost_currency = s.currency THEN p.cost_price END AS "unitCost"
      FROM product p CROSS JOIN shop s WHERE p.id = ANY (${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
