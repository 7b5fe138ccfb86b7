import { newId } from "@/kernel/id.ts";
import { refuse, RefusedError, type FieldRefusal } from "@/kernel/refusal.ts";
import { openStock } from "@/modules/stock/postings/open-stock.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudits } from "@/modules/tenancy/postings/record-audits.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { findCodeHolders } from "../queries/find-code-holders.ts";
import { refuseDuplicate } from "../rules/refuse-duplicate.ts";
import type { VariantInput } from "../schema.ts";
import { addBarcodes } from "./add-barcodes.ts";
import { insertProducts, type NewProduct } from "./insert-products.ts";
import { takeSkus } from "./take-skus.ts";

interface Family {
  id: string;
  name: string;
  attributes: readonly string[];
}

/** What the variants have in common. */
type Common = Pick<NewProduct, "brand" | "unit" | "taxRate" | "categoryId">;

const LONGEST_NAME = 200;

/** Makes the products of a family's variants, by the hundred in a few statements. Throws RefusedError with the place of what is wrong. */
export async function plantVariants(tx: TenantTx, ctx: Context, family: Family, variants: readonly VariantInput[], common: Common): Promise<void> {
  const wrong = [...judge(family, variants), ...(await takenCodes(tx, variants))];
  if (wrong.length > 0) throw new RefusedError(refuse(wrong[0]!.code, { params: wrong[0]!.params, fields: wrong }));
  const skus = await takeSkus(tx, variants.filter(({ sku }) => !sku).length);
  const products = variants.map((variant) => ({
    ...common,
    id: variant.id ?? newId(ctx.now.getTime()),
    sku: variant.sku || skus.shift()!,
    name: nameOf(family, variant),
    familyId: family.id,
    variantValues: variant.values,
    ...(variant.salePrice == null ? {} : { salePrice: variant.salePrice }),
    ...(variant.costPrice == null ? {} : { costPrice: variant.costPrice }),
  }));
  try {
    await insertProducts(tx, ctx, products);
    await addBarcodes(tx, variants.flatMap(({ barcode }, i) => (barcode ? [{ productId: products[i]!.id, code: barcode }] : [])));
  } catch (error) {
    const refusal = refuseDuplicate(error);
    throw refusal ? new RefusedError(refusal) : error;
  }
  await shelve(tx, ctx, family, variants.map(({ initialStock, costPrice }, i) => ({ productId: products[i]!.id, quantity: initialStock ?? "0", unitCost: costPrice ?? null, name: products[i]!.name })));
  await recordAudits(tx, ctx, { action: "product.create", entity: "product" }, products.map(({ id, sku, name }) => ({ entityId: id, detail: { sku, name, family: family.name } })));
}

function nameOf(family: Family, { values }: VariantInput): string {
  return [family.name, ...values].join(" ");
}

function judge(family: Family, variants: readonly VariantInput[]): FieldRefusal[] {
  const seen = new Set<string>();
  return variants.flatMap((variant, i): FieldRefusal[] => {
    const key = JSON.stringify(variant.values);
    if (variant.values.length !== family.attributes.length) return [{ path: `variants.${i}.values`, code: "variant_incomplete" }];
    if (seen.has(key)) return [{ path: `variants.${i}.values`, code: "variant_repeated" }];
    seen.add(key);
    return nameOf(family, variant).length > LONGEST_NAME ? [{ path: `variants.${i}.values`, code: "too_long", params: { max: LONGEST_NAME } }] : [];
  });
}

async function takenCodes(tx: TenantTx, variants: readonly VariantInput[]): Promise<FieldRefusal[]> {
  const holders = await findCodeHolders(tx, variants.flatMap(({ sku }) => sku ?? []), variants.flatMap(({ barcode }) => barcode ?? []));
  const firstOf = (field: "sku" | "barcode", i: number): boolean => variants.findIndex((other) => other[field] === variants[i]![field]) === i;
  return variants.flatMap(({ sku, barcode }, i): FieldRefusal[] => [
    ...(sku && holders.skus.has(sku) ? [{ path: `variants.${i}.sku`, code: "sku_taken" as const, params: { name: holders.skus.get(sku)!.name } }] : []),
    ...(sku && !firstOf("sku", i) ? [{ path: `variants.${i}.sku`, code: "sku_taken" as const }] : []),
    ...(barcode && holders.barcodes.has(barcode) ? [{ path: `variants.${i}.barcode`, code: "barcode_taken" as const, params: { name: holders.barcodes.get(barcode)!.name } }] : []),
    ...(barcode && !firstOf("barcode", i) ? [{ path: `variants.${i}.barcode`, code: "barcode_repeated" as const }] : []),
  ]);
}

async function shelve(tx: TenantTx, ctx: Context, family: Family, lines: Parameters<typeof openStock>[2]["lines"]): Promise<void> {
  const stocked = lines.filter(({ quantity }) => /[1-9]/.test(quantity));
  if (stocked.length === 0) return;
  const [location] = await tx.rows<{ id: string }>(sql`SELECT id FROM location WHERE is_default`);
  await openStock(tx, ctx, { locationId: location!.id, lines: stocked, source: { kind: "product", id: newId(ctx.now.getTime()) }, reason: family.name });
}
