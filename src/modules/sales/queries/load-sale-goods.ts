import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { ComposedLine } from "../rules/compose-sale.ts";

/** Everything that a sale moved, as its lines say: what came back in an exchange is negative. */
export async function loadSaleGoods(tx: TenantTx, saleId: string): Promise<Pick<ComposedLine, "productId" | "quantity" | "name" | "parts">[]> {
  return tx.rows(sql`
    SELECT product_id AS "productId", quantity, name,
           (SELECT json_agg(json_build_object('productId', e->>'productId', 'quantity', e->>'quantity', 'name', l.name)) FROM jsonb_array_elements(l.parts) e) AS parts
      FROM sale_line l WHERE sale_id = ${saleId}::uuid ORDER BY line_no`);
}
