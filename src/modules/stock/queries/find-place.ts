import type { Decimal } from "@/kernel/decimal.ts";
import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface Place {
  locationId: string;
  name: string;
  timeZone: string;
  negativeStock: "refuse" | "warn" | "allow";
  /** Worth at cost above which differences need somebody who may approve; null: none. */
  stockApproval: Decimal | null;
}

type Row = Place & { locationId: string | null; isActive: boolean; isOpenTo: boolean };

/**
 * The location of a document that this member writes: the one that was named, else the usual one. Refused at `path` when the tenant has
 * none such, when it is closed, or when it is kept for others; owner and admins write everywhere.
 */
export async function findPlace(tx: Pick<TenantTx, "rows">, ctx: Context, locationId: string | undefined, path = "locationId"): Promise<Result<Place>> {
  const [place] = await tx.rows<Row>(sql`
    SELECT l.id AS "locationId", l.name, l.is_active AS "isActive", s.time_zone AS "timeZone", s.negative_stock AS "negativeStock", s.stock_approval AS "stockApproval",
           ${ctx.member.role !== "STAFF"}::boolean OR location_is_open_to(l.id, ${ctx.member.id}) AS "isOpenTo"
      FROM shop s
      LEFT JOIN location l ON l.tenant_id = s.tenant_id AND CASE WHEN ${locationId ?? null}::uuid IS NULL THEN l.is_default ELSE l.id = ${locationId ?? null}::uuid END`);
  if (!place?.locationId) return refuseField(path, "not_found");
  if (!place.isActive) return refuseField(path, "location_closed", { name: place.name });
  if (!place.isOpenTo) return refuseField(path, "location_not_yours", { name: place.name });
  return accept({ locationId: place.locationId, name: place.name, timeZone: place.timeZone, negativeStock: place.negativeStock, stockApproval: place.stockApproval });
}
