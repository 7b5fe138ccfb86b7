import { refuse, type Result, accept } from "@/kernel/refusal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Holds an open shift against being closed until this transaction ends; its documents do not wait for each other. */
export async function shareShift(tx: TenantTx, id: string): Promise<Result<{ registerId: string }>> {
  const [shift] = await tx.rows<{ registerId: string; closedAt: Date | null }>(sql`SELECT register_id AS "registerId", closed_at AS "closedAt" FROM till_shift WHERE id = ${id}::uuid FOR KEY SHARE`);
  if (!shift) return refuse("not_found");
  return shift.closedAt ? refuse("shift_closed") : accept({ registerId: shift.registerId });
}

/** Waits for every document of the shift that is being written, and lets no other in. */
export async function lockShift(tx: TenantTx, id: string): Promise<Result<{ registerId: string }>> {
  const [shift] = await tx.rows<{ registerId: string; closedAt: Date | null }>(sql`SELECT register_id AS "registerId", closed_at AS "closedAt" FROM till_shift WHERE id = ${id}::uuid FOR UPDATE`);
  if (!shift) return refuse("not_found");
  return shift.closedAt ? refuse("shift_closed") : accept({ registerId: shift.registerId });
}
