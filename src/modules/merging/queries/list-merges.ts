import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface MergeRow {
  id: string;
  /** RFC 3339, UTC. */
  at: string;
  survivorId: string;
  survivorName: string;
  absorbedId: string;
  absorbedName: string;
}

/** Merges that hold, the newest first; of one product, or all. */
export async function listMerges(ctx: Pick<Context, "db">, { productId = null, limit }: { productId?: string | null; limit: number }): Promise<MergeRow[]> {
  const rows = await ctx.db.rows<Omit<MergeRow, "at"> & { at: Date }>(sql`
    SELECT m.id, m.at, m.survivor_id AS "survivorId", s.name AS "survivorName", m.absorbed_id AS "absorbedId", a.name AS "absorbedName"
      FROM product_merge m
      JOIN product s ON s.tenant_id = m.tenant_id AND s.id = m.survivor_id
      JOIN product a ON a.tenant_id = m.tenant_id AND a.id = m.absorbed_id
     WHERE m.undone_at IS NULL AND (${productId}::uuid IS NULL OR m.survivor_id = ${productId}::uuid OR m.absorbed_id = ${productId}::uuid)
     ORDER BY m.at DESC, m.id DESC LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
