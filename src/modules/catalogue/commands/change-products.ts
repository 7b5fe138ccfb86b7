import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { findKitUsing } from "../queries/find-kit-using.ts";
import type { ChangeProductsInput } from "../schema.ts";

/** Archives, restores or recategorises several products at once; ids that are none of the shop's are passed over. Answers which changed. */
export async function changeProducts(ctx: Context, { ids, isActive, categoryId }: ChangeProductsInput): Promise<Result<{ changed: string[] }>> {
  return ctx.transact(async (tx) => {
    if (categoryId) {
      const [category] = await tx.rows(sql`SELECT id FROM category WHERE id = ${categoryId} FOR KEY SHARE`);
      if (!category) return refuseField("categoryId", "not_found");
    }
    // Locked in one order: two such changes at once must not wait for each other in a ring.
    const found = await tx.rows<{ id: string }>(sql`SELECT id FROM product WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
    const kit = isActive === false ? await findKitUsing(tx, ids) : null;
    if (kit !== null) return refuse("in_kit", { params: { name: kit } });
    const merged = isActive ? await tx.rows(sql`SELECT FROM product WHERE id = ANY (${ids}::uuid[]) AND merged_into_id IS NOT NULL LIMIT 1`) : [];
    if (merged.length > 0) return refuse("merge_gone");
    const changed = await tx.rows<{ id: string }>(sql`
      UPDATE product SET is_active = coalesce(${isActive ?? null}::boolean, is_active),
                         category_id = CASE WHEN ${categoryId !== undefined}::boolean THEN ${categoryId ?? null}::uuid ELSE category_id END,
                         version = version + 1, updated_at = ${ctx.now}
       WHERE id = ANY (${found.map(({ id }) => id)}::uuid[])
         AND (is_active IS DISTINCT FROM coalesce(${isActive ?? null}::boolean, is_active)
              OR ${categoryId !== undefined}::boolean AND category_id IS DISTINCT FROM ${categoryId ?? null}::uuid)
      RETURNING id`);
    const outcome = { changed: changed.map(({ id }) => id) };
    await Promise.all(outcome.changed.map((entityId) => recordAudit(tx, ctx, { action: "product.update", entity: "product", entityId, detail: { after: { isActive, categoryId } } })));
    return accept(outcome);
  });
}
