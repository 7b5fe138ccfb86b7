import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { wouldCycle, type CategoryNode } from "../rules/category-tree.ts";

/**
 * Deletes a category. What it holds, products and categories, goes to `moveTo`, or stands alone when that is null; when it is
 * absent a category that holds anything is refused with category_in_use.
 */
export async function deleteCategory(ctx: Context, id: string, moveTo?: string | null): Promise<Result<{ moved: number }>> {
  return ctx.transact(async (tx) => {
    // The order of saveCategory: a move into this category waits, or is seen.
    const tree = await tx.rows<CategoryNode & { name: string }>(sql`SELECT id, name, parent_id AS "parentId" FROM category ORDER BY id FOR UPDATE`);
    const category = tree.find((one) => one.id === id);
    if (!category) return refuse("not_found");
    if (moveTo && !tree.some((one) => one.id === moveTo)) return refuseField("moveTo", "not_found");
    if (moveTo && wouldCycle(tree, id, moveTo)) return refuseField("moveTo", "category_cycle");
    const [use] = await tx.rows<{ inUse: boolean }>(sql`
      SELECT EXISTS (SELECT FROM product WHERE category_id = ${id}) OR EXISTS (SELECT FROM category WHERE parent_id = ${id}) AS "inUse"`);
    if (use!.inUse && moveTo === undefined) return refuse("category_in_use");
    const moved = use!.inUse ? await empty(tx, ctx, id, moveTo ?? null) : 0;
    await tx.execute(sql`DELETE FROM category WHERE id = ${id}`);
    await recordAudit(tx, ctx, { action: "category.delete", entity: "category", entityId: id, detail: { name: category.name, moveTo: moveTo ?? null, moved } });
    return accept({ moved });
  });
}

async function empty(tx: TenantTx, ctx: Context, id: string, moveTo: string | null): Promise<number> {
  await tx.execute(sql`UPDATE category SET parent_id = ${moveTo}::uuid WHERE parent_id = ${id}`);
  return tx.execute(sql`UPDATE product SET category_id = ${moveTo}::uuid, version = version + 1, updated_at = ${ctx.now} WHERE category_id = ${id}`);
}
