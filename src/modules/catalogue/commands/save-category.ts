import { newId } from "@/kernel/id.ts";
import { accept, refuse, refuseField, RefusedError, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { wouldCycle, type CategoryNode } from "../rules/category-tree.ts";
import type { NegativeStock } from "../rules/negative-stock.ts";
import { refuseDuplicate } from "../rules/refuse-duplicate.ts";

export interface SavedCategory extends CategoryNode {
  name: string;
  /** Whether its products may be sold beyond the stock; null: what the shop says. */
  negativeStock: NegativeStock | null;
}

interface CategoryChange {
  name?: string;
  parentId?: string | null;
  negativeStock?: NegativeStock | null;
}

/** Makes a category (`id` null) or changes one; absent fields stay. Refuses a name that is taken and a tree that bites its tail. */
export async function saveCategory(ctx: Context, id: string | null, change: CategoryChange, newCategoryId?: string): Promise<Result<SavedCategory>> {
  return ctx.transact(async (tx) => {
    // All rows are locked in one order: two moves at once could otherwise close a ring that neither of them sees.
    const tree = await tx.rows<SavedCategory>(sql`SELECT id, name, parent_id AS "parentId", negative_stock AS "negativeStock" FROM category ORDER BY id FOR UPDATE`);
    const before = tree.find((category) => category.id === id);
    if (id !== null && !before) return refuse("not_found");
    const parentId = change.parentId === undefined ? (before?.parentId ?? null) : change.parentId;
    if (parentId !== null && !tree.some((category) => category.id === parentId)) return refuseField("parentId", "not_found");
    if (id !== null && parentId !== null && wouldCycle(tree, id, parentId)) return refuseField("parentId", "category_cycle");
    const saved = { id: id ?? newCategoryId ?? newId(ctx.now.getTime()), name: change.name ?? before?.name ?? "", parentId, negativeStock: change.negativeStock === undefined ? (before?.negativeStock ?? null) : change.negativeStock };
    await write(tx, saved, before !== undefined);
    await recordAudit(tx, ctx, { action: before ? "category.update" : "category.create", entity: "category", entityId: saved.id, detail: { before: before ?? null, after: saved } });
    return accept(saved);
  });
}

async function write(tx: TenantTx, { id, name, parentId, negativeStock }: SavedCategory, exists: boolean): Promise<void> {
  const statement = exists
    ? sql`UPDATE category SET name = ${name}, parent_id = ${parentId}::uuid, negative_stock = ${negativeStock} WHERE id = ${id}`
    : sql`INSERT INTO category (id, name, parent_id, negative_stock) VALUES (${id}, ${name}, ${parentId}::uuid, ${negativeStock})`;
  await tx.execute(statement).catch((error: unknown) => {
    const refusal = refuseDuplicate(error);
    throw refusal ? new RefusedError(refusal) : error;
  });
}
