import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface RegisterView {
  id: string;
  name: string;
  locationId: string;
  locationName: string;
  isActive: boolean;
  /** The shift that is open at it. */
  shiftId: string | null;
  openedBy: string | null;
  openedAt: string | null;
}

/** The registers of the locations that are open to the member, by location and name. */
export async function listRegisters(ctx: Context): Promise<RegisterView[]> {
  const rows = await ctx.db.rows<Omit<RegisterView, "openedAt"> & { openedAt: Date | null }>(sql`
    SELECT r.id, r.name, r.location_id AS "locationId", l.name AS "locationName", r.is_active AS "isActive", t.id AS "shiftId", m.name AS "openedBy", t.opened_at AS "openedAt"
      FROM register r JOIN location l ON l.tenant_id = r.tenant_id AND l.id = r.location_id
      LEFT JOIN till_shift t ON t.tenant_id = r.tenant_id AND t.register_id = r.id AND t.closed_at IS NULL
      LEFT JOIN member m ON m.tenant_id = t.tenant_id AND m.id = t.opened_by
     WHERE ${ctx.member.role !== "STAFF"}::boolean OR location_is_open_to(l.id, ${ctx.member.id}::uuid)
     ORDER BY l.is_default DESC, l.name, r.name`);
  return rows.map((row) => ({ ...row, openedAt: row.openedAt?.toISOString() ?? null }));
}
