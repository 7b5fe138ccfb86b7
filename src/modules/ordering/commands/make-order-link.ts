import { newId } from "@/kernel/id.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { hashSecret } from "@/modules/identity/secret.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { sql } from "@/platform/db/sql.ts";
import { getPurchaseOrder } from "../queries/get-purchase-order.ts";
import { orderLinkToken, orderLinkView, type OrderLinkView } from "../queries/open-link.ts";

const DAY_MS = 86_400_000;

/** A link to a sent order for its supplier, without an account; the one before opens nothing from now on. */
export async function makeOrderLink(ctx: Context, purchaseOrderId: string, { days }: { days: number }): Promise<Result<OrderLinkView>> {
  const known = await getPurchaseOrder(ctx.db, purchaseOrderId);
  if (!known) return refuse("not_found");
  if (known.view.status === "draft" || known.view.status === "cancelled") return refuse("purchase_order_state");
  return transactControl(ctx, async (tx) => {
    const id = newId(ctx.now.getTime());
    const expiresAt = new Date(ctx.now.getTime() + days * DAY_MS);
    await tx.execute(sql`UPDATE purchase_order_link SET revoked_at = ${ctx.now} WHERE tenant_id = ${ctx.tenant.id} AND purchase_order_id = ${purchaseOrderId} AND revoked_at IS NULL`);
    await tx.execute(sql`
      INSERT INTO purchase_order_link (id, tenant_id, purchase_order_id, token_hash, sent_by, created_at, expires_at)
      VALUES (${id}, ${ctx.tenant.id}, ${purchaseOrderId}, ${hashSecret(orderLinkToken(id))}, ${ctx.member.id}, ${ctx.now}, ${expiresAt})`);
    await recordAudit(tx, ctx, { action: "purchase_order.link", entity: "purchase_order", entityId: purchaseOrderId, detail: { days } });
    return accept(orderLinkView(id, expiresAt));
  });
}

/** The link opens nothing from now on. */
export async function revokeOrderLink(ctx: Context, purchaseOrderId: string): Promise<Result<null>> {
  return transactControl(ctx, async (tx) => {
    const revoked = await tx.execute(sql`UPDATE purchase_order_link SET revoked_at = ${ctx.now} WHERE tenant_id = ${ctx.tenant.id} AND purchase_order_id = ${purchaseOrderId} AND revoked_at IS NULL`);
    if (revoked === 0) return refuse("not_found");
    await recordAudit(tx, ctx, { action: "purchase_order.revoke_link", entity: "purchase_order", entityId: purchaseOrderId, detail: {} });
    return accept(null);
  });
}
