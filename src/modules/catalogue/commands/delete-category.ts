import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";

/** Deletes a category that holds neither products nor categories. */
export async function deleteCategory(ctx: Context, id: string): Promise<Result<null>> {
  return ctx.transact(async (tx) => {
    const [category] = await tx.rows<{ name: string }>(sql`SELECT name FROM category WHERE id = ${id} FOR UPDATE`);
    if (!category) return refuse("not_found");
    const [use] = await tx.rows<{ inUse: boolean }>(sql`
      SELECT EXISTS (SELECT FROM product WHERE category_id = ${id}) OR EXISTS (SELECT FROM category WHERE parent_id = ${id}) AS "inUse"`);
    if (use!.inUse) return refuse("category_in_use");
    await tx.execute(sql`DELETE FROM category WHERE id = ${id}`);
    await recordAudit(tx, ctx, { action: "category.delete", entity: "category", entityId: id, detail: { name: category.name } });
    return accept(null);
  });
}
