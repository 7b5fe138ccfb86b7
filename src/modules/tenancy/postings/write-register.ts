import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface RegisterToWrite {
  id: string;
  name: string;
  locationId: string;
  isActive: boolean;
  tolerance: Decimal;
  approvalAbove: Decimal | null;
}

/** Writes a register, new or known. The caller holds the registers' rows. */
export async function writeRegister(tx: TenantTx, { id, name, locationId, isActive, tolerance, approvalAbove }: RegisterToWrite, exists: boolean): Promise<void> {
  await tx.execute(exists
    ? sql`UPDATE register SET name = ${name}, location_id = ${locationId}::uuid, is_active = ${isActive}, tolerance = ${tolerance}::numeric, approval_above = ${approvalAbove}::numeric, version = version + 1 WHERE id = ${id}::uuid`
    : sql`INSERT INTO register (id, name, location_id, is_active, tolerance, approval_above) VALUES (${id}::uuid, ${name}, ${locationId}::uuid, ${isActive}, ${tolerance}::numeric, ${approvalAbove}::numeric)`);
}
