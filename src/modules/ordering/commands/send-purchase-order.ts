import { accept, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { getPurchaseOrder, type PurchaseOrderView } from "../queries/get-purchase-order.ts";
import { lockPurchaseOrder } from "../queries/lock-purchase-order.ts";

/** The supplier has it: from here on its lines stay, and goods may come. Sending again what was sent changes nothing. */
export function sendPurchaseOrder(ctx: Context, id: string): Promise<Result<PurchaseOrderView>> {
  return ctx.transact(async (tx) => {
    const locked = await lockPurchaseOrder(tx, id, ["draft", "sent"]);
    if (!locked.ok) return locked;
    if (locked.value.status === "draft") {
      await tx.execute(sql`UPDATE purchase_order SET status = 'sent', sent_at = ${ctx.now} WHERE id = ${id}`);
      await recordAudit(tx, ctx, { action: "purchase_order.send", entity: "purchase_order", entityId: id, detail: {} });
    }
    return accept((await getPurchaseOrder(tx, id))!.view);
  });
}
