import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { getPurchaseOrder, type PurchaseOrderView } from "../queries/get-purchase-order.ts";
import { lockPurchaseOrder } from "../queries/lock-purchase-order.ts";

/** What did not come will not come. */
export function closePurchaseOrder(ctx: Context, id: string, { reason }: { reason: string }): Promise<Result<PurchaseOrderView>> {
  return ctx.transact(async (tx) => {
    const locked = await lockPurchaseOrder(tx, id, ["sent"]);
    if (!locked.ok) return locked;
    await endOrder(tx, ctx, id, "closed", reason);
    return accept((await getPurchaseOrder(tx, id))!.view);
  });
}

/** Nothing came and nothing will. An order of which something came is closed instead. */
export function cancelPurchaseOrder(ctx: Context, id: string, { reason }: { reason: string }): Promise<Result<PurchaseOrderView>> {
  return ctx.transact(async (tx) => {
    const locked = await lockPurchaseOrder(tx, id, ["draft", "sent"]);
    if (!locked.ok) return locked;
    const known = (await getPurchaseOrder(tx, id))!.view;
    if (known.receipts.length > 0) return refuse("purchase_order_state");
    await endOrder(tx, ctx, id, "cancelled", reason);
    return accept((await getPurchaseOrder(tx, id))!.view);
  });
}

/** In the caller's transaction, which holds the order. */
export async function endOrder(tx: TenantTx, ctx: Context, id: string, status: "closed" | "cancelled", reason: string): Promise<void> {
  await tx.execute(sql`UPDATE purchase_order SET status = ${status}, ended_at = ${ctx.now}, ended_by = ${ctx.member.id}, end_reason = ${reason} WHERE id = ${id}`);
  await recordAudit(tx, ctx, { action: status === "closed" ? "purchase_order.close" : "purchase_order.cancel", entity: "purchase_order", entityId: id, detail: { reason } });
}
