import { newId } from "@/kernel/id.ts";
import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { getCount, type CountView } from "../queries/get-count.ts";
import { loadStockProducts } from "../queries/load-stock-products.ts";
import { lockCount } from "../queries/lock-count.ts";
import { checkLines } from "../rules/check-lines.ts";
import type { RecordCountInput } from "../schema.ts";

/**
 * What somebody found, each line at its own instant: that of the request, or the one that a device without network kept. A later line of
 * the same member about a product stands instead of the earlier one.
 */
export async function recordCount(ctx: Context, id: string, { lines }: RecordCountInput): Promise<Result<CountView>> {
  return ctx.transact(async (tx) => {
    const locked = await lockCount(tx, ctx, id, "open", true);
    if (!locked.ok) return locked;
    const products = await loadStockProducts(tx, lines.map(({ productId }) => productId));
    const wrong = checkLines(lines.map(({ productId, counted }) => ({ productId, quantity: counted })), products);
    if (wrong) return wrong;
    const instants = lines.map(({ at }) => (at === undefined ? ctx.now : new Date(at)));
    const outside = instants.findIndex((at) => at > ctx.now || at < locked.value.openedAt);
    if (outside !== -1) return refuseField(`lines.${outside}.at`, "invalid");
    // Rising ids: of two lines about one product at one instant the later one stands.
    const ids = lines.map(() => newId(ctx.now.getTime())).sort();
    await tx.execute(sql`
      INSERT INTO stock_count_entry (id, count_id, product_id, member_id, counted, at)
      SELECT l.id, ${id}::uuid, l.product_id, ${ctx.member.id}::uuid, l.counted, l.at
        FROM unnest(${ids}::uuid[], ${lines.map(({ productId }) => productId)}::uuid[], ${lines.map(({ counted }) => counted)}::numeric[], ${instants}::timestamptz[]) AS l (id, product_id, counted, at)`);
    return accept((await getCount(ctx, tx, id))!.view);
  });
}
