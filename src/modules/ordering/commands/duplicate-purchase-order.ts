import { refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getPurchaseOrder, type PurchaseOrderView } from "../queries/get-purchase-order.ts";
import { createPurchaseOrder } from "./save-purchase-order.ts";

/** The same goods from the same supplier once more, as a new draft at today's expected costs. Products that are gone stay out of it. */
export async function duplicatePurchaseOrder(ctx: Context, id: string, newOne?: string): Promise<Result<PurchaseOrderView>> {
  const known = await getPurchaseOrder(ctx.db, id);
  if (!known) return refuse("not_found");
  const { supplierId, locationId, notes, lines } = known.view;
  return createPurchaseOrder(ctx, { ...(newOne === undefined ? {} : { id: newOne }), supplierId, locationId, notes, lines: lines.map(({ productId, quantity }) => ({ productId, quantity })) });
}
