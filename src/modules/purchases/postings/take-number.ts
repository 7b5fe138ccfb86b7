import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** The next number of a series of purchase documents; taken last in the document's transaction, so that numbers have no gaps. */
export async function takePurchaseNumber(tx: TenantTx, series: "purchase_order" | "goods_receipt" | "supplier_return"): Promise<string> {
  const [row] = await tx.rows<{ value: string }>(sql`
    INSERT INTO counter AS c (series, value) VALUES (${series}, 1) ON CONFLICT (tenant_id, series) DO UPDATE SET value = c.value + 1 RETURNING value`);
  return row!.value;
}
