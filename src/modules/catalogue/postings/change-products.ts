import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** The fields of a product that lists bring, as its row holds them. */
export interface ProductFields {
  name: string;
  description: string | null;
  brand: string | null;
  supplierCode: string | null;
  unit: string;
  categoryId: string | null;
  taxRate: Decimal;
  costPrice: Decimal | null;
  costCurrency: string;
  salePrice: Decimal | null;
  minStock: Decimal | null;
  maxStock: Decimal | null;
  /** By the id of the shop's own field; those that are not named stay, null takes one away. */
  customFields: Readonly<Record<string, string | null>>;
  isActive: boolean;
  /** Proposed and not accepted yet: goes with isActive false. */
  isDraft: boolean;
}

/** `weight`: kilograms of one unit, which lists do not bring. */
export type ProductChange = { id: string; weight?: Decimal } & Partial<ProductFields>;

/** Changes products by the thousand in one statement. Absent fields stay; null empties. The caller holds the rows' locks. */
export async function changeProducts(tx: TenantTx, ctx: Context, changes: readonly ProductChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.execute(sql`
    UPDATE product p
       SET name = coalesce(c.f->>'name', p.name), unit = coalesce(c.f->>'unit', p.unit),
           tax_rate = coalesce((c.f->>'taxRate')::numeric, p.tax_rate), is_active = coalesce((c.f->>'isActive')::boolean, p.is_active) AND p.merged_into_id IS NULL, is_draft = coalesce((c.f->>'isDraft')::boolean, p.is_draft),
           description = CASE WHEN c.f ? 'description' THEN c.f->>'description' ELSE p.description END,
           brand = CASE WHEN c.f ? 'brand' THEN c.f->>'brand' ELSE p.brand END,
           supplier_code = CASE WHEN c.f ? 'supplierCode' THEN c.f->>'supplierCode' ELSE p.supplier_code END,
           category_id = CASE WHEN c.f ? 'categoryId' THEN (c.f->>'categoryId')::uuid ELSE p.category_id END,
           cost_price = CASE WHEN c.f ? 'costPrice' THEN (c.f->>'costPrice')::numeric ELSE p.cost_price END,
           cost_currency = coalesce(c.f->>'costCurrency', p.cost_currency),
           sale_price = CASE WHEN c.f ? 'salePrice' THEN (c.f->>'salePrice')::numeric ELSE p.sale_price END,
           weight = CASE WHEN c.f ? 'weight' THEN (c.f->>'weight')::numeric ELSE p.weight END,
           min_stock = CASE WHEN c.f ? 'minStock' THEN (c.f->>'minStock')::numeric ELSE p.min_stock END,
           max_stock = CASE WHEN c.f ? 'maxStock' THEN (c.f->>'maxStock')::numeric ELSE p.max_stock END,
           custom_fields = CASE WHEN c.f ? 'customFields' THEN jsonb_strip_nulls(p.custom_fields || (c.f->'customFields')) ELSE p.custom_fields END,
           version = p.version + 1, updated_at = ${ctx.now}
      FROM (SELECT (one->>'id')::uuid AS id, one AS f FROM jsonb_array_elements(${JSON.stringify(changes)}::jsonb) AS one) c
     WHERE p.id = c.id`);
}
