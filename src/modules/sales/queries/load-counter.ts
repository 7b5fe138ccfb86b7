import type { Decimal } from "@/kernel/decimal.ts";
import type { ScaleCode } from "@/kernel/scale-code.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface CounterFacts {
  currency: string;
  timeZone: string;
  negativeStock: "refuse" | "warn" | "allow";
  defaultTaxRate: Decimal;
  scaleCodes: ScaleCode[];
  /** Null: the tenant has no such location or customer. */
  locationId: string | null;
  registerId: string | null;
  customerId: string | null;
}

/** What a sale needs to know of the shop: its policies, and the location and customer that were named or else the default ones. */
export async function loadCounter(tx: TenantTx, asked: { locationId?: string; customerId?: string }): Promise<CounterFacts> {
  const [facts] = await tx.rows<CounterFacts>(sql`
    SELECT s.currency, s.time_zone AS "timeZone", s.negative_stock AS "negativeStock", s.scale_codes AS "scaleCodes",
           (SELECT t.rate FROM tax_rate t WHERE t.is_default) AS "defaultTaxRate",
           l.id AS "locationId", (SELECT r.id FROM register r WHERE r.location_id = l.id ORDER BY r.name LIMIT 1) AS "registerId", c.id AS "customerId"
      FROM shop s
      LEFT JOIN location l ON l.tenant_id = s.tenant_id AND CASE WHEN ${asked.locationId ?? null}::uuid IS NULL THEN l.is_default ELSE l.id = ${asked.locationId ?? null}::uuid END
      LEFT JOIN customer c ON c.tenant_id = s.tenant_id AND CASE WHEN ${asked.customerId ?? null}::uuid IS NULL THEN c.is_final_consumer ELSE c.id = ${asked.customerId ?? null}::uuid END`);
  if (!facts) throw new Error("The tenant has no shop row");
  return facts;
}
