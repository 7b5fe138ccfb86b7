import { planAnew, sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";

/**
 * A digest of the last changes of a catalogue: names, codes and prices by the products' own stamp, prices by their history, stock by its
 * movements, rules of lists by their version. Another digest means that something changed. A few rows from the end of four indexes, whatever
 * the size; four of each, so that clocks of replicas that differ by a moment hide nothing.
 * Planned for each shop: a plan that was kept from a small one sorts all of a large one.
 */
export async function readPulse(db: Pick<TenantDb, "rows">): Promise<string> {
  const [row] = await db.rows<{ pulse: string }>(planAnew(sql`
    SELECT md5(concat_ws(' ',
      (SELECT string_agg(concat(c.updated_at, c.id), ' ') FROM (SELECT updated_at, id FROM product ORDER BY updated_at DESC, id DESC LIMIT 4) c),
      (SELECT string_agg(concat(c.at, c.product_id), ' ') FROM (SELECT at, product_id FROM price_change ORDER BY at DESC, product_id DESC LIMIT 4) c),
      (SELECT string_agg(c.id::text, ' ') FROM (SELECT id FROM stock_movement ORDER BY id DESC LIMIT 4) c),
      (SELECT string_agg(concat(id, version, updated_at), ' ' ORDER BY id) FROM price_list))) AS pulse`));
  return row!.pulse;
}
