import type { Context } from "@/modules/tenancy/context.ts";
import type { ListPurchaseOrdersInput } from "../schema.ts";
import { loadPurchaseOrders, type PurchaseOrderRowView } from "./get-purchase-order.ts";

/** A page of orders, the newest first. The cursor is the number of the last one seen. */
export async function listPurchaseOrders(ctx: Pick<Context, "db">, { limit, cursor, q, ...filter }: ListPurchaseOrdersInput): Promise<{ items: PurchaseOrderRowView[]; nextCursor: string | null }> {
  const found = await loadPurchaseOrders(ctx.db, { ...filter, q: q?.trim() || null, limit: limit + 1, before: cursor ?? null });
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? items.at(-1)!.number : null };
}
