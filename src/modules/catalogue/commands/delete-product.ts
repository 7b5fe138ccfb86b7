import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { findInUse } from "../queries/find-in-use.ts";
import { findKitUsing } from "../queries/find-kit-using.ts";

/** Deletes a product that nothing refers to; one with history is archived instead. Answers which of the two it was. */
export async function deleteProduct(ctx: Context, id: string): Promise<Result<{ archived: boolean }>> {
  return ctx.transact(async (tx) => {
    // Waits for documents under way, so that the next statements see their lines.
    const [product] = await tx.rows<{ sku: string; name: string }>(sql`SELECT sku, name FROM product WHERE id = ${id} FOR UPDATE`);
    if (!product) return refuse("not_found");
    const kit = await findKitUsing(tx, [id]);
    if (kit !== null) return refuse("in_kit", { params: { name: kit } });
    const archived = (await findInUse(tx, [id])).has(id);
    if (archived) await tx.execute(sql`UPDATE product SET is_active = false, version = version + 1, updated_at = ${ctx.now} WHERE id = ${id}`);
    else await tx.execute(sql`DELETE FROM product WHERE id = ${id}`);
    await recordAudit(tx, ctx, { action: archived ? "product.archive" : "product.delete", entity: "product", entityId: id, detail: { sku: product.sku, name: product.name } });
    return accept({ archived });
  });
}
