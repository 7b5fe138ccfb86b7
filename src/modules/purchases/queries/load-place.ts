import type { Decimal } from "@/kernel/decimal.ts";
import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { FreightSpread } from "../rules/spread-freight.ts";

export interface Place {
  timeZone: string;
  negativeStock: "refuse" | "warn" | "allow";
  freightSpread: FreightSpread;
  /** Percent that a bill's cost may differ from the expected one. */
  billTolerance: Decimal;
  locationId: string;
  supplierName: string;
}

/**
 * Where goods go and whose they were: the named location or the default one. The supplier's row is held: its account is written by one at a
 * time. Refuses a location or supplier that is not this shop's.
 */
export async function loadPlace(tx: TenantTx, { locationId, supplierId }: { locationId?: string | undefined; supplierId: string }): Promise<Result<Place>> {
  const [supplier] = await tx.rows<{ name: string }>(sql`SELECT name FROM supplier WHERE id = ${supplierId} FOR NO KEY UPDATE`);
  if (!supplier) return refuseField("supplierId", "not_found");
  const [place] = await tx.rows<Omit<Place, "supplierName">>(sql`
    SELECT s.time_zone AS "timeZone", s.negative_stock AS "negativeStock", s.bill_tolerance AS "billTolerance", s.freight_spread AS "freightSpread", l.id AS "locationId"
      FROM shop s JOIN location l ON l.tenant_id = s.tenant_id AND CASE WHEN ${locationId ?? null}::uuid IS NULL THEN l.is_default ELSE l.id = ${locationId ?? null}::uuid END`);
  return place ? accept({ ...place, supplierName: supplier.name }) : refuseField("locationId", "not_found");
}
