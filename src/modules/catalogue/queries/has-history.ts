import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

/** Whether documents refer to the product: then it can be archived, not deleted. */
export async function hasHistory(ctx: Pick<Context, "db">, id: string): Promise<boolean> {
  const [row] = await ctx.db.rows<{ used: boolean }>(sql`
    SELECT EXISTS (SELECT FROM stock_movement WHERE product_id = ${id}) OR EXISTS (SELECT FROM sale_line WHERE product_id = ${id})
           OR EXISTS (SELECT FROM stock_transfer_line WHERE product_id = ${id}) OR EXISTS (SELECT FROM stock_count_entry WHERE product_id = ${id})
        OR EXISTS (SELECT FROM kit_component WHERE component_id = ${id}) OR EXISTS (SELECT FROM lost_demand WHERE product_id = ${id})
        OR EXISTS (SELECT FROM product WHERE merged_into_id = ${id} OR (id = ${id} AND merged_into_id IS NOT NULL)) AS used`);
  return row!.used;
}
