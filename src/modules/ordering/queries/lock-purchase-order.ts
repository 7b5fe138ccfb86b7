import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface LockedOrder {
  supplierId: string;
  locationId: string;
  status: "draft" | "sent" | "closed" | "cancelled";
}

/** An order for who is about to change it: nobody else does until this transaction ends. Refused in any state but these. */
export async function lockPurchaseOrder(tx: Pick<TenantTx, "rows">, id: string, states: readonly LockedOrder["status"][]): Promise<Result<LockedOrder>> {
  const [known] = await tx.rows<LockedOrder>(sql`SELECT supplier_id AS "supplierId", location_id AS "locationId", status FROM purchase_order WHERE id = ${id} FOR NO KEY UPDATE`);
  if (!known) return refuse("not_found");
  return states.includes(known.status) ? accept(known) : refuse("purchase_order_state");
}
