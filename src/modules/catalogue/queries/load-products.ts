import type { Decimal } from "@/kernel/decimal.ts";
import { trimZeros } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { plainPrice } from "../rules/plain-price.ts";
import type { ProductView } from "./product-view.ts";

interface Row extends Omit<ProductView, "barcodes" | "stock" | "variant" | "createdAt" | "updatedAt" | "costPrice" | "costCurrency" | "homeCost" | "targetMargin" | "content" | "mainSupplier"> {
  familyId: string | null;
  familyName: string | null;
  attributes: string[] | null;
  variantValues: string[];
  costPrice: Decimal | null;
  costCurrency: string | null;
  homeCost: Decimal | null;
  targetMargin: Decimal | null;
  netContent: Decimal | null;
  mainSupplier: { id: string; name: string } | null;
  contentUnit: string | null;
  onHand: Decimal;
  reserved: Decimal;
  available: Decimal;
  createdAt: Date;
  updatedAt: Date;
}

/** The products of these ids, in their order; unknown ids are left out. At most a page of them. */
export async function loadProducts(ctx: Pick<Context, "permissions">, db: Pick<TenantTx, "rows">, ids: readonly string[]): Promise<ProductView[]> {
  if (ids.length === 0) return [];
  const seesCost = ctx.permissions.has("product.cost");
  const seesSupplier = ctx.permissions.has("supplier.read");
  const rows = await db.rows<Row>(sql`
    SELECT p.id, p.sku, p.name, p.description, p.brand, p.supplier_code AS "supplierCode", p.unit, p.category_id AS "categoryId", c.name AS "categoryName",
           p.sale_price AS "salePrice", p.tax_rate AS "taxRate", CASE WHEN ${seesCost}::boolean THEN p.cost_price END AS "costPrice",
           CASE WHEN ${seesCost}::boolean THEN p.cost_currency END AS "costCurrency", CASE WHEN ${seesCost}::boolean THEN p.target_margin END AS "targetMargin", CASE WHEN ${seesCost}::boolean THEN round(p.cost_price * x.rate, 4) END AS "homeCost", p.net_content AS "netContent", p.content_unit AS "contentUnit", p.weight, p.min_stock AS "minStock", p.max_stock AS "maxStock", p.tags, p.custom_fields AS "customFields",
           f.id AS "familyId", f.name AS "familyName", f.attributes, p.variant_values AS "variantValues", p.kit_pricing IS NOT NULL AS "isKit",
           p.is_active AS "isActive", p.is_draft AS "isDraft", p.is_sample AS "isSample", p.merged_into_id AS "mergedIntoId", p.version, p.created_at AS "createdAt", greatest(p.updated_at, p.priced_at) AS "updatedAt",
           coalesce(n.whole, l.on_hand) AS "onHand", l.reserved, coalesce(n.whole, l.on_hand) - l.reserved AS available, b.packs, CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS "mainSupplier"
      FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS asked (id, place)
      JOIN product p ON p.id = asked.id
      LEFT JOIN category c ON c.tenant_id = p.tenant_id AND c.id = p.category_id
      LEFT JOIN current_rate x ON x.tenant_id = p.tenant_id AND x.currency = p.cost_currency
      LEFT JOIN supplier_product m ON ${seesSupplier}::boolean AND m.tenant_id = p.tenant_id AND m.product_id = p.id AND m.is_main
      LEFT JOIN supplier u ON u.tenant_id = m.tenant_id AND u.id = m.supplier_id
      LEFT JOIN product_family f ON f.tenant_id = p.tenant_id AND f.id = p.family_id
     CROSS JOIN LATERAL (SELECT coalesce(sum(s.on_hand), 0.000) AS on_hand, coalesce(sum(s.reserved), 0.000) AS reserved
                           FROM stock_level s WHERE s.tenant_id = p.tenant_id AND s.product_id = p.id) l
      LEFT JOIN LATERAL (SELECT kit_stock(p.id, NULL) AS whole WHERE p.kit_pricing IS NOT NULL) n ON true
     CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('code', k.code, 'packSize', k.pack_size::text, 'unit', k.unit) ORDER BY k.pack_size, k.code), '[]') AS packs
                           FROM product_barcode k WHERE k.tenant_id = p.tenant_id AND k.product_id = p.id) b
     ORDER BY asked.place`);
  return rows.map((row) => viewOf(row, seesCost, seesSupplier));
}

function viewOf({ mainSupplier, netContent, contentUnit, costPrice, costCurrency, homeCost, targetMargin, onHand, reserved, available, packs, familyId, familyName, attributes, variantValues, ...row }: Row, seesCost: boolean, seesSupplier: boolean): ProductView {
  return {
    ...row,
    ...(seesSupplier ? { mainSupplier } : {}),
    barcodes: packs.map(({ code }) => code),
    packs: packs.map(({ code, packSize, unit }) => ({ code, packSize: trimZeros(packSize), unit })),
    content: netContent === null || contentUnit === null ? null : { amount: trimZeros(netContent), unit: contentUnit },
    weight: row.weight === null ? null : trimZeros(row.weight),
    salePrice: row.salePrice === null ? null : plainPrice(row.salePrice),
    ...(seesCost ? { costPrice: costPrice === null ? null : plainPrice(costPrice), costCurrency: costCurrency ?? "", homeCost: homeCost === null ? null : plainPrice(homeCost), targetMargin } : {}),
    variant: familyId === null ? null : { familyId, familyName: familyName ?? "", values: (attributes ?? []).map((name, i) => ({ name, value: variantValues[i] ?? "" })) },
    stock: { onHand, reserved, available },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
