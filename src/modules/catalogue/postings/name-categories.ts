import { newId } from "@/kernel/id.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface NamedCategories {
  /** By name as given. */
  ids: ReadonlyMap<string, string>;
  /** Those that did not exist before. */
  made: readonly string[];
}

/** The categories of these exact names; missing ones are made, in order, so that two writers of the same names wait and never in a ring. */
export async function nameCategories(tx: TenantTx, names: readonly string[]): Promise<NamedCategories> {
  const distinct = [...new Set(names)].sort();
  if (distinct.length === 0) return { ids: new Map(), made: [] };
  const made = await tx.rows<{ id: string }>(sql`
    INSERT INTO category (id, name) SELECT id, name FROM unnest(${distinct.map(() => newId())}::uuid[], ${distinct}::text[]) AS given (id, name)
     WHERE NOT EXISTS (SELECT FROM category c WHERE c.name = given.name) ORDER BY name
    ON CONFLICT (tenant_id, name) DO NOTHING RETURNING id`);
  const all = await tx.rows<{ id: string; name: string }>(sql`SELECT id, name FROM category WHERE name = ANY (${distinct}::text[])`);
  return { ids: new Map(all.map(({ id, name }) => [name, id])), made: made.map(({ id }) => id) };
}
