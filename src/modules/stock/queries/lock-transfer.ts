import type { Decimal } from "@/kernel/decimal.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { TransferSummary } from "./get-transfer.ts";

export interface LockedTransfer {
  fromId: string;
  toId: string;
  status: TransferSummary["status"];
  lines: { productId: string; name: string; unit: string; requested: Decimal; inTransit: Decimal; unitCost: Decimal | null }[];
}

/** A transfer for who is about to move it: nobody else does until this transaction ends. Refused in any other state. */
export async function lockTransfer(tx: TenantTx, id: string, status: TransferSummary["status"]): Promise<Result<LockedTransfer>> {
  const [transfer] = await tx.rows<Omit<LockedTransfer, "lines">>(sql`SELECT from_id AS "fromId", to_id AS "toId", status FROM stock_transfer WHERE id = ${id} FOR NO KEY UPDATE`);
  if (!transfer) return refuse("not_found");
  if (transfer.status !== status) return refuse("transfer_state");
  const lines = await tx.rows<LockedTransfer["lines"][number]>(sql`
    SELECT l.product_id AS "productId", p.name, p.unit, l.requested, l.in_transit AS "inTransit", l.unit_cost AS "unitCost"
      FROM stock_transfer_line l JOIN product p ON p.id = l.product_id WHERE l.transfer_id = ${id} ORDER BY l.line_no`);
  return accept({ ...transfer, lines });
}
