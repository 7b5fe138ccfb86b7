import { trimZeros, type Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { plainPrice } from "../rules/plain-price.ts";

export interface KitView {
  /** Null: the product is no kit. */
  pricing: "own" | "sum" | null;
  components: KitComponentView[];
}

export interface KitComponentView {
  productId: string;
  sku: string;
  name: string;
  unit: string;
  quantity: Decimal;
  salePrice: Decimal | null;
  /** The key is absent for members who may not see costs. */
  costPrice?: Decimal | null;
  /** How many of it are to be had, over all locations. */
  available: Decimal;
  isActive: boolean;
}

/** What a product is made of, by name; null when the shop has no such product. */
export async function getKit(ctx: Pick<Context, "permissions">, db: Pick<TenantTx, "rows">, id: string): Promise<KitView | null> {
  const [product] = await db.rows<{ pricing: KitView["pricing"] }>(sql`SELECT kit_pricing AS pricing FROM product WHERE id = ${id}`);
  if (!product) return null;
  const rows = await db.rows<Required<KitComponentView>>(sql`
    SELECT c.id AS "productId", c.sku, c.name, c.unit, k.quantity, c.sale_price AS "salePrice", c.cost_price AS "costPrice", c.is_active AS "isActive",
           CASE WHEN c.kit_pricing IS NULL THEN coalesce((SELECT sum(s.on_hand - s.reserved) FROM stock_level s WHERE s.tenant_id = c.tenant_id AND s.product_id = c.id), 0) ELSE kit_stock(c.id, NULL) END AS available
      FROM kit_component k JOIN product c ON c.tenant_id = k.tenant_id AND c.id = k.component_id WHERE k.kit_id = ${id} ORDER BY c.search_text, c.id`);
  const seesCost = ctx.permissions.has("product.cost");
  const components = rows.map(({ costPrice, ...row }) => ({
    ...row,
    quantity: trimZeros(row.quantity),
    available: trimZeros(row.available),
    salePrice: row.salePrice === null ? null : plainPrice(row.salePrice),
    ...(seesCost ? { costPrice: costPrice === null ? null : plainPrice(costPrice) } : {}),
  }));
  return { pricing: product.pricing, components };
}
