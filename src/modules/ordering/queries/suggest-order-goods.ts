import { findBillGoodsById, type BillGoods } from "@/modules/purchases/queries/find-bill-goods.ts";
import { loadExpectedCosts } from "@/modules/purchases/queries/load-expected-costs.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { SuggestInput } from "../schema.ts";
import { suggestLines } from "./suggest-lines.ts";

/** What is missing of a supplier's goods, as the editor shows it: with the cost that is expected of that supplier. */
export async function suggestOrderGoods(ctx: Pick<Context, "db">, input: SuggestInput): Promise<{ goods: BillGoods; quantity: string }[]> {
  const lines = await suggestLines(ctx, input);
  const ids = lines.map(({ productId }) => productId);
  const [goods, costs] = await Promise.all([findBillGoodsById(ctx, input.supplierId, ids), loadExpectedCosts(ctx.db, input.supplierId, ids)]);
  return lines.flatMap(({ productId, quantity }) => {
    const known = goods.get(productId);
    return known ? [{ goods: { ...known, cost: costs.get(productId) ?? known.cost }, quantity }] : [];
  });
}
