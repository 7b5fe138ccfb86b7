import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface MovedLine {
  supplierId: string;
  /** Whether it was the main one of the product that it came from. */
  isMain: boolean;
}

/** What suppliers call a product goes to another, but for suppliers of whom that one has a line. Its main line stays main. Answers what moved. */
export async function moveSupplierLines(tx: TenantTx, from: string, to: string): Promise<MovedLine[]> {
  const lines = await tx.rows<MovedLine>(sql`
    SELECT s.supplier_id AS "supplierId", s.is_main AS "isMain" FROM supplier_product s
     WHERE s.product_id = ${from}::uuid AND NOT EXISTS (SELECT FROM supplier_product o WHERE o.supplier_id = s.supplier_id AND o.product_id = ${to}::uuid) ORDER BY s.supplier_id`);
  await tx.execute(sql`
    UPDATE supplier_product s SET product_id = ${to}::uuid, is_main = s.is_main AND NOT EXISTS (SELECT FROM supplier_product o WHERE o.product_id = ${to}::uuid AND o.is_main)
     WHERE s.product_id = ${from}::uuid AND s.supplier_id = ANY (${lines.map(({ supplierId }) => supplierId)}::uuid[])`);
  return lines;
}

/** The opposite, for lines that are still where they went. */
export async function moveSupplierLinesBack(tx: TenantTx, from: string, to: string, lines: readonly MovedLine[]): Promise<void> {
  await tx.execute(sql`
    UPDATE supplier_product s SET product_id = ${from}::uuid, is_main = l.is_main
      FROM unnest(${lines.map(({ supplierId }) => supplierId)}::uuid[], ${lines.map(({ isMain }) => isMain)}::boolean[]) AS l (supplier_id, is_main)
     WHERE s.product_id = ${to}::uuid AND s.supplier_id = l.supplier_id`);
}
