import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { findKitUsing } from "../queries/find-kit-using.ts";

/** Deletes a product that nothing refers to; one with history is archived instead. Answers which of the two it was. */
export async function deleteProduct(ctx: Context, id: string): Promise<Result<{ archived: boolean }>> {
  return ctx.transact(async (tx) => {
    const [product] = await tx.rows<{ sku: string; name: string; hasHistory: boolean }>(sql`
      SELECT sku, name,
             EXISTS (SELECT FROM stock_movement m WHERE m.product_id = p.id) OR EXISTS (SELECT FROM sale_line l WHERE l.product_id = p.id)
             OR EXISTS (SELECT FROM stock_transfer_line t WHERE t.product_id = p.id) OR EXISTS (SELECT FROM stock_count_entry c WHERE c.product_id = p.id)
             OR EXISTS (SELECT FROM kit_component k WHERE k.component_id = p.id) OR EXISTS (SELECT FROM lost_demand d WHERE d.product_id = p.id)
             OR p.merged_into_id IS NOT NULL OR EXISTS (SELECT FROM product m WHERE m.merged_into_id = p.id) AS "hasHistory"
        FROM product p WHERE id = ${id} FOR NO KEY UPDATE`);
    if (!product) return refuse("not_found");
    const kit = await findKitUsing(tx, [id]);
    if (kit !== null) return refuse("in_kit", { params: { name: kit } });
    if (product.hasHistory) await tx.execute(sql`UPDATE product SET is_active = false, version = version + 1, updated_at = ${ctx.now} WHERE id = ${id}`);
    else await tx.execute(sql`DELETE FROM product WHERE id = ${id}`);
    await recordAudit(tx, ctx, { action: product.hasHistory ? "product.archive" : "product.delete", entity: "product", entityId: id, detail: { sku: product.sku, name: product.name } });
    return accept({ archived: product.hasHistory });
  });
}
