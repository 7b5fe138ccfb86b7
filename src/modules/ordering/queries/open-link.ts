import { derivedSecret } from "@/modules/identity/secret.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { env } from "@/platform/env.ts";

export interface OrderLinkView {
  url: string;
  /** RFC 3339. */
  expiresAt: string;
}

export function orderLinkToken(id: string): string {
  return derivedSecret(`purchase-order-link:${id}`);
}

/** As the supplier gets it. The configured address, never the request's Host: whoever forges that would get the link to their own house. */
export function orderLinkView(id: string, expiresAt: Date): OrderLinkView {
  return { url: new URL(`/order/${orderLinkToken(id)}`, env.NEXTAUTH_URL).href, expiresAt: expiresAt.toISOString() };
}

/** The link that opens this order now; null when none does. */
export async function openLink(ctx: Pick<Context, "tenant" | "now">, purchaseOrderId: string): Promise<OrderLinkView | null> {
  const [found] = await databases().control.rows<{ id: string; expiresAt: Date }>(sql`
    SELECT id, expires_at AS "expiresAt" FROM purchase_order_link
     WHERE tenant_id = ${ctx.tenant.id} AND purchase_order_id = ${purchaseOrderId} AND revoked_at IS NULL AND expires_at > ${ctx.now} ORDER BY created_at DESC LIMIT 1`);
  return found ? orderLinkView(found.id, found.expiresAt) : null;
}
