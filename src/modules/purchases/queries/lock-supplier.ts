import type { Decimal } from "@/kernel/decimal.ts";
import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { FreightSpread } from "../rules/spread-freight.ts";

export interface HeldSupplier {
  supplierName: string;
  /** What the shop says of all suppliers' papers. */
  timeZone: string;
  freightSpread: FreightSpread;
  /** Percent that a bill's cost may differ from the expected one. */
  billTolerance: Decimal;
}

/** The supplier whose account is about to be written, held: one at a time. Refuses one that is not this shop's. */
export async function lockSupplier(tx: Pick<TenantTx, "rows">, supplierId: string): Promise<Result<HeldSupplier>> {
  const [supplier] = await tx.rows<HeldSupplier>(sql`
    SELECT p.name AS "supplierName", s.time_zone AS "timeZone", s.freight_spread AS "freightSpread", s.bill_tolerance AS "billTolerance"
      FROM supplier p JOIN shop s ON s.tenant_id = p.tenant_id WHERE p.id = ${supplierId} FOR NO KEY UPDATE OF p`);
  return supplier ? accept(supplier) : refuseField("supplierId", "not_found");
}
