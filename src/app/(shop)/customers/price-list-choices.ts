import { listSellingLists } from "@/modules/pricing/queries/list-selling-lists.ts";
import type { Context } from "@/modules/tenancy/context.ts";

/** The lists that a customer may have: all but the shop's own, which everybody has. */
export async function priceListChoices(ctx: Context): Promise<{ id: string; name: string }[]> {
  const lists = await listSellingLists(ctx.db);
  return lists.flatMap(({ id, name, isDefault }) => (isDefault || name === null ? [] : [{ id, name }]));
}
