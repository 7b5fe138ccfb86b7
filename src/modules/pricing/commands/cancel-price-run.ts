import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";

/** Calls off a run that waits for its time. Once its first price is written it can only be undone. */
export async function cancelPriceRun(ctx: Context, id: string): Promise<Result<null>> {
  return ctx.transact(async (tx) => {
    const [run] = await tx.rows(sql`SELECT id FROM price_run WHERE id = ${id} FOR NO KEY UPDATE`);
    if (!run) return refuse("not_found");
    const canceled = await tx.execute(sql`
      UPDATE price_run SET status = 'canceled'
       WHERE id = ${id}
         AND status = 'waiting' AND done = 0`);
    if (canceled === 0) return refuse("price_run_begun");
    await recordAudit(tx, ctx, { action: "price_run.cancel", entity: "price_run", entityId: id, detail: {} });
    return accept(null);
  });
}
