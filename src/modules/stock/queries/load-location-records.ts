import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { LocationView } from "./list-locations.ts";

export interface LocationRecord extends LocationView {
  address: string | null;
  /** Who of the staff writes documents there; nobody named: everybody does. */
  memberIds: string[];
  version: number;
}

const MOST = 1_000;

/** Locations with all that can be changed about them, the usual one first; with `id` that one only. */
export async function loadLocationRecords(db: Pick<TenantTx, "rows">, id: string | null): Promise<LocationRecord[]> {
  return db.rows<LocationRecord>(sql`
    SELECT l.id, l.name, l.kind, l.is_default AS "isDefault", l.is_active AS "isActive", l.address, l.version,
           coalesce((SELECT array_agg(m.member_id::text ORDER BY m.member_id) FROM location_member m WHERE m.location_id = l.id), '{}') AS "memberIds"
      FROM location l WHERE ${id}::uuid IS NULL OR l.id = ${id}::uuid
     ORDER BY l.is_default DESC, l.is_active DESC, l.name LIMIT ${MOST}`);
}
