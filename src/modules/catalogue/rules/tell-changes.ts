import type { ProductView } from "../queries/product-view.ts";

const TOLD = ["name", "sku", "brand", "supplierCode", "description", "unit", "categoryName", "taxRate", "salePrice", "costPrice", "costCurrency", "targetMargin", "weight", "minStock", "maxStock", "isActive"] as const;

type Told = Record<string, string | boolean | null>;

/** What an edit changed, as the trail keeps it: only the fields that differ, a category by its name, codes and tags in one text. */
export function tellChanges(before: ProductView, after: ProductView): { before: Told; after: Told } {
  const [old, now] = [told(before), told(after)];
  const changed = Object.keys(now).filter((field) => (old[field] ?? null) !== (now[field] ?? null));
  const pick = (from: Told): Told => Object.fromEntries(changed.map((field) => [field, from[field] ?? null]));
  return { before: pick(old), after: pick(now) };
}

function told(product: ProductView): Told {
  const fields = Object.fromEntries(TOLD.map((field) => [field, product[field] ?? null]));
  const packs = product.packs.map(({ code, packSize }) => (packSize === "1" ? code : `${code} × ${packSize}`));
  const content = product.content ? `${product.content.amount} ${product.content.unit}` : null;
  const variantOf = product.variant ? `${product.variant.familyName}: ${product.variant.values.map(({ value }) => value).join(", ")}` : null;
  return { ...fields, content, variantOf, tags: product.tags.join(", ") || null, customFields: Object.values(product.customFields).join(", ") || null, barcodes: packs.join(", ") || null };
}
