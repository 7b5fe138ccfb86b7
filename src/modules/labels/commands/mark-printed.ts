import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";

/**
 * A person says that a batch came out of the printer and goes to the shelf: from now on its prices are the ones that stand there, those of an
 * old batch too. Products that are gone have no shelf.
 */
export async function markPrinted(ctx: Context, id: string): Promise<Result<{ products: number }>> {
  return ctx.transact(async (tx) => {
    const known = await tx.execute(sql`UPDATE label_batch SET printed_at = ${ctx.now} WHERE id = ${id}`);
    if (known === 0) return refuse("not_found");
    const products = await tx.execute(sql`
      INSERT INTO label_print AS q (list_id, product_id, price, batch_id, printed_at)
      SELECT b.list_id, r.product_id, r.price, b.id, ${ctx.now}::timestamptz
        FROM label_batch b JOIN label_batch_row r ON r.batch_id = b.id JOIN product p ON p.id = r.product_id
       WHERE b.id = ${id} ORDER BY r.product_id
      ON CONFLICT (tenant_id, list_id, product_id) DO UPDATE SET price = excluded.price, batch_id = excluded.batch_id, printed_at = excluded.printed_at`);
    await recordAudit(tx, ctx, { action: "label.print", entity: "label_batch", entityId: id, detail: { products } });
    return accept({ products });
  });
}
