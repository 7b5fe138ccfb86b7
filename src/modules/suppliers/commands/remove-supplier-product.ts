import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";

/** Takes a product off a supplier's list. Another supplier of it does not become the main one by itself. */
export async function removeSupplierProduct(ctx: Context, { supplierId, productId }: { supplierId: string; productId: string }): Promise<Result<null>> {
  return ctx.transact(async (tx) => {
    const gone = await tx.execute(sql`DELETE FROM supplier_product WHERE supplier_id = ${supplierId} AND product_id = ${productId}`);
    if (gone === 0) return refuse("not_found");
    await recordAudit(tx, ctx, { action: "supplier.products", entity: "supplier", entityId: supplierId, detail: { removed: productId } });
    return accept(null);
  });
}
