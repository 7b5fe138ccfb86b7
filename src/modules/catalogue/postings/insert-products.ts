import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** A product to be; absent fields are what the catalogue takes for granted (unit "u", the shop's usual VAT, no price). */
export interface NewProduct {
  id: string;
  sku: string;
  name: string;
  description?: string;
  brand?: string;
  supplierCode?: string;
  unit?: string;
  categoryId?: string;
  taxRate?: Decimal;
  costPrice?: Decimal;
  salePrice?: Decimal;
  minStock?: Decimal;
  /** Proposed only: not for sale until somebody accepts it. */
  isDraft?: boolean;
  familyId?: string;
  variantValues?: readonly string[];
  /** By the id of the shop's own field. */
  customFields?: Readonly<Record<string, string>>;
}

/** Adds products by the thousand in one statement. A code that is taken fails with 23505. */
export async function insertProducts(tx: TenantTx, ctx: Context, products: readonly NewProduct[]): Promise<void> {
  if (products.length === 0) return;
  await tx.execute(sql`
    INSERT INTO product (id, sku, name, description, brand, supplier_code, unit, category_id, tax_rate, cost_price, cost_currency, sale_price, min_stock, family_id, variant_values, custom_fields, is_active, is_draft, created_at, updated_at)
    SELECT p.id, p.sku, p.name, p.description, p.brand, p."supplierCode", coalesce(p.unit, 'u'), p."categoryId", coalesce(p."taxRate", usual.rate), p."costPrice",
           shop.currency, p."salePrice", p."minStock", p."familyId", coalesce(p."variantValues", '{}'), coalesce(p."customFields", '{}'), p."isDraft" IS NOT TRUE, p."isDraft" IS TRUE, ${ctx.now}, ${ctx.now}
      FROM json_to_recordset(${JSON.stringify(products)}::json) AS p (id uuid, sku text, name text, description text, brand text, "supplierCode" text, unit text,
           "categoryId" uuid, "taxRate" numeric, "costPrice" numeric, "salePrice" numeric, "minStock" numeric, "isDraft" boolean, "familyId" uuid, "variantValues" text[], "customFields" jsonb)
     CROSS JOIN shop CROSS JOIN (SELECT rate FROM tax_rate WHERE is_default) usual`);
}
