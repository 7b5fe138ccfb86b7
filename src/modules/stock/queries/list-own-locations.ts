import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { LocationView } from "./list-locations.ts";

const MOST = 1_000;

/** The open places where this member writes documents, the usual one first; owner and admins write everywhere. */
export async function listOwnLocations(ctx: Context): Promise<LocationView[]> {
  return ctx.db.rows<LocationView>(sql`
    SELECT id, name, kind, is_default AS "isDefault", is_active AS "isActive" FROM location
     WHERE is_active AND (${ctx.member.role !== "STAFF"}::boolean OR location_is_open_to(id, ${ctx.member.id}))
     ORDER BY is_default DESC, name LIMIT ${MOST}`);
}
