import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** A register with all that can be changed about it. */
export interface RegisterRecord {
  id: string;
  name: string;
  locationId: string;
  locationName: string;
  isActive: boolean;
  /** How far its drawer may be off before a reason is asked for; who counts is not told. */
  tolerance: Decimal;
  /** Beyond it a till closes with a second member's word only; null: never. */
  approvalAbove: Decimal | null;
  /** Whether a shift is open at it. */
  isOpen: boolean;
  version: number;
}

const MOST = 1_000;

/** The registers, those put away last, each location's together; with `id` that one only. */
export async function loadRegisterRecords(db: Pick<TenantTx, "rows">, id: string | null): Promise<RegisterRecord[]> {
  return db.rows<RegisterRecord>(sql`
    SELECT r.id, r.name, r.location_id AS "locationId", l.name AS "locationName", r.is_active AS "isActive", r.tolerance, r.approval_above AS "approvalAbove", r.version,
           EXISTS (SELECT FROM till_shift t WHERE t.tenant_id = r.tenant_id AND t.register_id = r.id AND t.closed_at IS NULL) AS "isOpen"
      FROM register r JOIN location l ON l.tenant_id = r.tenant_id AND l.id = r.location_id
     WHERE ${id}::uuid IS NULL OR r.id = ${id}::uuid
     ORDER BY r.is_active DESC, l.is_default DESC, l.name, r.name LIMIT ${MOST}`);
}
