import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { PriceListDetail } from "./price-list-view.ts";

/** Every price list with its rules: the base list first, then by name. */
export async function loadPriceLists(db: Pick<Context["db"], "rows">): Promise<PriceListDetail[]> {
  const lists = await db.rows<PriceListDetail & { place: number }>(sql`
    SELECT s.tenant_id AS id, l.name, 'base' AS kind, s.currency, NULL::numeric AS percent, coalesce(l.rounding, '[]') AS rounding, coalesce(l.breaks, '[]') AS breaks, coalesce(l.methods, '{}') AS methods, coalesce(l.installments, '[]') AS installments,
           l.floor_margin AS "floorMargin", l.target_margin AS "targetMargin", coalesce(l.category_targets, '[]') AS "categoryTargets", true AS "isActive", coalesce(l.version, 0) AS version, 0 AS place
      FROM shop s LEFT JOIN price_list l ON l.id = s.tenant_id
     UNION ALL
    SELECT l.id, l.name, l.kind, s.currency, l.percent, l.rounding, l.breaks, l.methods, l.installments, l.floor_margin, l.target_margin, l.category_targets, l.is_active, l.version, 1
      FROM price_list l CROSS JOIN shop s WHERE l.kind <> 'base'
     ORDER BY place, name`);
  return lists.map(({ place: _place, ...list }) => list);
}

export async function getPriceList(db: Pick<Context["db"], "rows">, id: string): Promise<PriceListDetail | null> {
  return (await loadPriceLists(db)).find((list) => list.id === id) ?? null;
}
