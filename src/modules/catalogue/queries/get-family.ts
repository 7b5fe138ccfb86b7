import { isUuid } from "@/kernel/id.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { sortByMeasures } from "../rules/compare-measures.ts";
import { loadProducts } from "./load-products.ts";
import type { ProductView } from "./product-view.ts";

export interface FamilyView {
  id: string;
  name: string;
  attributes: string[];
  /** In the order of their measures. */
  variants: ProductView[];
}

const MOST = 1_000;

/** A family with its variants, archived ones too; null when the shop has none of this id. */
export async function getFamily(ctx: Pick<Context, "permissions">, db: Pick<TenantTx, "rows">, id: string): Promise<FamilyView | null> {
  if (!isUuid(id)) return null;
  const [family] = await db.rows<Omit<FamilyView, "variants">>(sql`SELECT id, name, attributes FROM product_family WHERE id = ${id}`);
  if (!family) return null;
  const ids = await db.rows<{ id: string }>(sql`SELECT id FROM product WHERE family_id = ${id} ORDER BY id LIMIT ${MOST}`);
  const variants = await loadProducts(ctx, db, ids.map((row) => row.id));
  return { ...family, variants: sortByMeasures(variants, ({ variant }) => variant?.values.map(({ value }) => value) ?? []) };
}
