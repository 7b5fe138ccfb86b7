import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import { isUuid } from "@/kernel/id.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { readCursor, writeCursor } from "../rules/page-cursor.ts";

export interface FamilyRow {
  id: string;
  name: string;
  attributes: string[];
  /** Active ones. */
  variantCount: number;
}

/** The shop's families by name. */
export async function listFamilies(ctx: Pick<Context, "db">, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<Result<{ items: FamilyRow[]; nextCursor: string | null }>> {
  const after = cursor === undefined ? ["", "00000000-0000-0000-0000-000000000000"] : readCursor(cursor, 2);
  if (!after || typeof after[0] !== "string" || !isUuid(after[1])) return refuseField("cursor", "invalid");
  const rows = await ctx.db.rows<FamilyRow>(sql`
    SELECT f.id, f.name, f.attributes, (SELECT count(*)::int FROM product p WHERE p.tenant_id = f.tenant_id AND p.family_id = f.id AND p.is_active) AS "variantCount"
      FROM product_family f WHERE (f.name, f.id) > (${after[0]}::text, ${String(after[1])}::uuid) ORDER BY f.name, f.id LIMIT ${limit + 1}`);
  const last = rows.length > limit ? rows[limit - 1]! : null;
  return accept({ items: rows.slice(0, limit), nextCursor: last && writeCursor([last.name, last.id]) });
}
