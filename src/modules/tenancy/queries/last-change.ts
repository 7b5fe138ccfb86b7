import { sql } from "@/platform/db/sql.ts";
import type { Context } from "../context.ts";

export interface LastChange {
  /** Name of the member; null when a machine did it. */
  by: string | null;
  /** RFC 3339, UTC. */
  at: string;
}

/** Who touched a thing last, by the audit trail. */
export async function lastChange(ctx: Pick<Context, "db">, entity: string, entityId: string): Promise<LastChange | null> {
  const [row] = await ctx.db.rows<{ by: string | null; at: Date }>(sql`
    SELECT m.name AS by, a.at FROM audit_entry a LEFT JOIN member m ON m.tenant_id = a.tenant_id AND m.id = a.member_id
     WHERE a.entity = ${entity} AND a.entity_id = ${entityId} ORDER BY a.at DESC, a.id DESC LIMIT 1`);
  return row ? { by: row.by, at: row.at.toISOString() } : null;
}
