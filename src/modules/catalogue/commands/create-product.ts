import type { Decimal } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { accept, refuse, refuseField, RefusedError, type Result } from "@/kernel/refusal.ts";
import { openStock } from "@/modules/stock/postings/open-stock.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { categoryOf } from "../postings/category-of.ts";
import { takeSkus } from "../postings/take-skus.ts";
import { writeBarcodes } from "../postings/write-barcodes.ts";
import { listCustomFields } from "../queries/list-custom-fields.ts";
import { getProduct } from "../queries/get-product.ts";
import type { ProductView } from "../queries/product-view.ts";
import { changeValues } from "../rules/custom-fields.ts";
import { refuseDuplicate } from "../rules/refuse-duplicate.ts";
import type { CreateProductInput } from "../schema.ts";

/** Adds a product; a blank sku gets the tenant's next "A00001". What is already on the shelf becomes an opening movement, and at cost an asset. */
export async function createProduct(ctx: Context, input: CreateProductInput): Promise<Result<ProductView>> {
  if ((input.costPrice != null || input.costCurrency !== undefined || input.targetMargin != null) && !ctx.permissions.has("product.cost")) return refuse("forbidden");
  const id = input.id ?? newId(ctx.now.getTime());
  return ctx.transact(async (tx) => {
    const categoryId = await categoryOf(tx, input);
    const custom = input.customFields ? changeValues(await listCustomFields(tx), {}, input.customFields) : { values: {}, wrong: [] };
    if (custom.wrong[0]) return refuse(custom.wrong[0].code, { fields: custom.wrong });
    const sku = input.sku ?? (await takeSkus(tx, 1))[0]!;
    try {
      await insertProduct(tx, ctx, id, sku, { ...input, categoryId, customFields: custom.values });
      await writeBarcodes(tx, id, input.barcodes ?? []);
    } catch (error) {
      throw asRefusal(error);
    }
    await shelve(tx, ctx, id, input);
    await recordAudit(tx, ctx, { action: "product.create", entity: "product", entityId: id, detail: { sku, name: input.name } });
    const product = await getProduct(ctx, tx, id);
    return product ? accept(product) : refuse("not_found");
  });
}

function asRefusal(error: unknown): unknown {
  const refusal = refuseDuplicate(error);
  return refusal ? new RefusedError(refusal) : error;
}

async function insertProduct(tx: TenantTx, ctx: Context, id: string, sku: string, input: CreateProductInput): Promise<void> {
  await tx.execute(sql`
    INSERT INTO product (id, sku, name, description, brand, supplier_code, unit, category_id, tax_rate, cost_price, cost_currency, target_margin, sale_price, net_content, content_unit, weight, min_stock, max_stock, tags, custom_fields, created_at, updated_at)
    SELECT ${id}::uuid, ${sku}::text, ${input.name}::text, ${input.description ?? null}::text, ${input.brand ?? null}::text, ${input.supplierCode ?? null}::text, ${input.unit ?? "u"}::text, ${input.categoryId ?? null}::uuid,
           coalesce(${input.taxRate ?? null}::numeric, (SELECT rate FROM tax_rate WHERE is_default)), ${input.costPrice ?? null}::numeric,
           coalesce(${input.costCurrency ?? null}::text, shop.currency), ${input.targetMargin ?? null}::numeric, ${input.salePrice ?? null}::numeric, ${input.content?.amount ?? null}::numeric, ${input.content?.unit ?? null}::text, ${input.weight ?? null}::numeric, ${input.minStock ?? null}::numeric, ${input.maxStock ?? null}::numeric, ${input.tags ?? []}::text[], ${JSON.stringify(input.customFields ?? {})}::jsonb, ${ctx.now}, ${ctx.now}
      FROM shop`);
}

async function shelve(tx: TenantTx, ctx: Context, productId: string, { initialStock, locationId, name }: CreateProductInput): Promise<void> {
  if (initialStock == null) return;
  const [location] = await tx.rows<{ id: string }>(sql`
    SELECT id FROM location WHERE CASE WHEN ${locationId ?? null}::uuid IS NULL THEN is_default ELSE id = ${locationId ?? null}::uuid END`);
  if (!location) throw new RefusedError(refuseField("locationId", "not_found"));
  // The books know the shop's currency only: a cost without a rate is one that nobody told.
  const [home] = await tx.rows<{ cost: Decimal | null }>(sql`SELECT round(p.cost_price * r.rate, 4) AS cost FROM product p LEFT JOIN current_rate r ON r.currency = p.cost_currency WHERE p.id = ${productId}`);
  await openStock(tx, ctx, {
    locationId: location.id,
    lines: [{ productId, quantity: initialStock, unitCost: home?.cost ?? null, name }],
    source: { kind: "product", id: productId },
  });
}
