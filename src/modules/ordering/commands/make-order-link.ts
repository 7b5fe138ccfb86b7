import { refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { postLink, revokeLink } from "@/modules/tenancy/postings/post-link.ts";
import type { LinkView } from "@/modules/tenancy/queries/open-link.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { getPurchaseOrder } from "../queries/get-purchase-order.ts";

/** A link to a sent order for its supplier, without an account; the one before opens nothing from now on. */
export async function makeOrderLink(ctx: Context, purchaseOrderId: string, { days }: { days: number }): Promise<Result<LinkView>> {
  const known = await getPurchaseOrder(ctx.db, purchaseOrderId);
  if (!known) return refuse("not_found");
  if (known.view.status === "draft" || known.view.status === "cancelled") return refuse("purchase_order_state");
  return transactControl(ctx, (tx) => postLink(tx, ctx, { kind: "purchase_order", documentId: purchaseOrderId, days }));
}

/** The link opens nothing from now on. */
export async function revokeOrderLink(ctx: Context, purchaseOrderId: string): Promise<Result<null>> {
  return transactControl(ctx, (tx) => revokeLink(tx, ctx, "purchase_order", purchaseOrderId));
}
