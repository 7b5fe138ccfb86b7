import type { Decimal } from "@/kernel/decimal.ts";
import { compare } from "@/kernel/decimal.ts";
import type { ExistingProduct } from "./decide-verdict.ts";
import { IMPORT_FIELDS, type ImportField, type ImportValues, type Reason } from "./import-values.ts";

/** The matched product as the catalogue and the ledger have it. */
export interface FacedProduct extends Record<Exclude<ImportField, "barcode" | "category" | "stock">, string | null> {
  categoryName: string | null;
  barcodes: readonly string[];
  isActive: boolean;
  isDraft: boolean;
  /** Its cost is kept in another currency than the shop's, in which the list is. */
  hasForeignCost: boolean;
  /** What is on hand, when its stock has a history of movements. */
  onHand: Decimal | null;
}

export interface Faced {
  values: ImportValues;
  existing: ExistingProduct;
  reasons: Reason[];
}

/**
 * Sets a row against the product that it was matched to. Three things a list may not overrule: the product's own code, by which its
 * labels and people know it, a stock that movements have been counting since, and a cost that is kept in another currency.
 */
export function faceProduct(values: ImportValues, product: FacedProduct, matchedBy: ExistingProduct["matchedBy"]): Faced {
  const { sku, stock, costPrice, ...others } = values;
  const keepsCost = costPrice !== undefined && product.hasForeignCost;
  const rest: ImportValues = costPrice === undefined || keepsCost ? others : { ...others, costPrice };
  const reasons: Reason[] = [];
  if (sku !== undefined && sku !== product.sku) reasons.push({ code: "row_sku_kept", severity: "note", field: "sku", params: { value: product.sku ?? "" } });
  // No stock and no history of one are the same to a list that says none.
  const keepsStock = stock !== undefined && (product.onHand !== null || compare(stock, "0") === 0);
  if (keepsStock && compare(product.onHand ?? "0", stock) !== 0) reasons.push({ code: "row_stock_kept", severity: "note", field: "stock", params: { value: product.onHand ?? "0" } });
  if (keepsCost) reasons.push({ code: "row_cost_kept", severity: "warning", field: "costPrice" });
  if (!product.isActive) reasons.push({ code: "row_reactivated", severity: "note" });
  const own: Partial<Record<ImportField, string | null>> = { barcode: product.barcodes[0] ?? null, category: product.categoryName, stock: null };
  const known = Object.fromEntries(IMPORT_FIELDS.map((field) => [field, field in own ? own[field] : product[field as "name"]]));
  return {
    values: stock === undefined || keepsStock ? rest : { ...rest, stock },
    existing: { values: known, barcodes: product.barcodes, matchedBy, archived: !product.isActive },
    reasons,
  };
}
