import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface LocationToWrite {
  id: string;
  name: string;
  kind: "shop" | "warehouse";
  address: string | null;
  isDefault: boolean;
  isActive: boolean;
}

/** Writes a location, new or known; one that becomes the usual one takes that from the other. The caller holds the locations' rows. */
export async function writeLocation(tx: TenantTx, { id, name, kind, address, isDefault, isActive }: LocationToWrite, exists: boolean): Promise<void> {
  if (isDefault) await tx.execute(sql`UPDATE location SET is_default = false, version = version + 1 WHERE is_default AND id <> ${id}`);
  await tx.execute(exists
    ? sql`UPDATE location SET name = ${name}, kind = ${kind}, address = ${address}, is_default = ${isDefault}, is_active = ${isActive}, version = version + 1 WHERE id = ${id}`
    : sql`INSERT INTO location (id, name, kind, address, is_default, is_active) VALUES (${id}, ${name}, ${kind}, ${address}, ${isDefault}, ${isActive})`);
}
