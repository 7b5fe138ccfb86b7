import { accept, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface RemovedSample {
  removed: number;
  /** Sold or moved as they came: their documents need them. */
  archived: number;
  /** Edited: the shop made them its own. */
  kept: number;
}

/** Takes the sample catalogue out, all at once, and its categories as far as they are empty; nothing stays marked as a sample. */
export async function removeSample(ctx: Context): Promise<Result<RemovedSample>> {
  return ctx.transact(async (tx) => {
    // Waits for sales under way, so that the next statement sees their lines.
    await tx.rows(sql`SELECT id FROM product WHERE is_sample ORDER BY id FOR UPDATE`);
    const removed = await tx.execute(sql`
      DELETE FROM product p WHERE p.is_sample AND (p.version = 1 OR NOT p.is_active)
         AND NOT p.id IN (SELECT products_in_use((SELECT array_agg(s.id) FROM product s WHERE s.is_sample)))`);
    const archived = await tx.execute(sql`
      UPDATE product SET is_active = false, is_sample = false, version = version + 1, updated_at = ${ctx.now} WHERE is_sample AND version = 1`);
    const kept = await tx.execute(sql`UPDATE product SET is_sample = false WHERE is_sample`);
    await removeEmptyCategories(tx);
    const outcome = { removed, archived, kept };
    await recordAudit(tx, ctx, { action: "sample.remove", entity: "product", entityId: null, detail: outcome });
    return accept(outcome);
  });
}

/** From the leaves up; a sample has two levels. */
async function removeEmptyCategories(tx: TenantTx): Promise<void> {
  for (const _level of ["leaves", "roots"]) {
    await tx.execute(sql`
      DELETE FROM category c WHERE c.is_sample
         AND NOT EXISTS (SELECT FROM product p WHERE p.category_id = c.id) AND NOT EXISTS (SELECT FROM category k WHERE k.parent_id = c.id)`);
  }
  await tx.execute(sql`UPDATE category SET is_sample = false WHERE is_sample`);
}
