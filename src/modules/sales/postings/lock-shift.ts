import type { Decimal } from "@/kernel/decimal.ts";
import { refuse, type Result, accept } from "@/kernel/refusal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** A shift that is open and stays so until this transaction ends. */
export interface HeldShift {
  registerId: string;
  /** Of its register: how far the drawer may be off without a reason. */
  tolerance: Decimal;
  /** Of its register: beyond it a second member's word is asked for; null: never. */
  approvalAbove: Decimal | null;
}

/** Holds an open shift against being closed until this transaction ends; its documents do not wait for each other. */
export async function shareShift(tx: TenantTx, id: string): Promise<Result<HeldShift>> {
  return asOpen(await tx.rows<HeldShift & { closedAt: Date | null }>(sql`
    SELECT t.register_id AS "registerId", t.closed_at AS "closedAt", r.tolerance, r.approval_above AS "approvalAbove" FROM till_shift t JOIN register r ON r.tenant_id = t.tenant_id AND r.id = t.register_id WHERE t.id = ${id}::uuid FOR KEY SHARE OF t`));
}

/** Waits for every document of the shift that is being written, and lets no other in. */
export async function lockShift(tx: TenantTx, id: string): Promise<Result<HeldShift>> {
  return asOpen(await tx.rows<HeldShift & { closedAt: Date | null }>(sql`
    SELECT t.register_id AS "registerId", t.closed_at AS "closedAt", r.tolerance, r.approval_above AS "approvalAbove" FROM till_shift t JOIN register r ON r.tenant_id = t.tenant_id AND r.id = t.register_id WHERE t.id = ${id}::uuid FOR UPDATE OF t`));
}

function asOpen([shift]: readonly (HeldShift & { closedAt: Date | null })[]): Result<HeldShift> {
  if (!shift) return refuse("not_found");
  const { closedAt, ...held } = shift;
  return closedAt ? refuse("shift_closed") : accept(held);
}
