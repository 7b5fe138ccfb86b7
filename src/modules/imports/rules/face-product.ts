import type { Decimal } from "@/kernel/decimal.ts";
import { compare } from "@/kernel/decimal.ts";
import type { ExistingProduct, KnownPack } from "./decide-verdict.ts";
import { customKey, IMPORT_FIELDS, type ByKey, type ImportValues, type ImportField, type Reason } from "./import-values.ts";

/** The matched product as the catalogue and the ledger have it. */
export interface FacedProduct extends Record<Exclude<ImportField, "barcode" | "packBarcode" | "packSize" | "packUnit" | "category" | "stock">, string | null> {
  categoryName: string | null;
  barcodes: readonly string[];
  packs: readonly KnownPack[];
  /** By the id of the shop's own field. */
  customFields: Readonly<Record<string, string>>;
  isActive: boolean;
  isDraft: boolean;
  /** Its cost is kept in another currency than the shop's, in which the list is. */
  hasForeignCost: boolean;
  /** Of a kit: own | sum of its components' prices. */
  kitPricing: string | null;
  /** What is on hand, when its stock has a history of movements. */
  onHand: Decimal | null;
}

export interface Faced {
  values: ImportValues;
  existing: ExistingProduct;
  reasons: Reason[];
}

/**
 * Sets a row against the product that it was matched to. What a list may not overrule: the product's own code, by which its labels and
 * people know it, a stock that movements have been counting since, a cost that is kept in another currency, and what a kit has from its
 * components.
 */
export function faceProduct(given: ImportValues, product: FacedProduct, matchedBy: ExistingProduct["matchedBy"]): Faced {
  const values = product.kitPricing === null ? given : withoutOfKit(given, product.kitPricing);
  const { sku, stock, costPrice, ...others } = values;
  const keepsCost = costPrice !== undefined && product.hasForeignCost;
  const rest: ImportValues = costPrice === undefined || keepsCost ? others : { ...others, costPrice };
  const reasons: Reason[] = [];
  if (sku !== undefined && sku !== product.sku) reasons.push({ code: "row_sku_kept", severity: "note", field: "sku", params: { value: product.sku ?? "" } });
  // No stock and no history of one are the same to a list that says none.
  const keepsStock = stock !== undefined && (product.onHand !== null || compare(stock, "0") === 0);
  if (keepsStock && compare(product.onHand ?? "0", stock) !== 0) reasons.push({ code: "row_stock_kept", severity: "note", field: "stock", params: { value: product.onHand ?? "0" } });
  if (keepsCost) reasons.push({ code: "row_cost_kept", severity: "warning", field: "costPrice" });
  if (Object.keys(values).length < Object.keys(given).length) reasons.push({ code: "row_kit_kept", severity: "warning" });
  if (!product.isActive) reasons.push({ code: "row_reactivated", severity: "note" });
  const own: ByKey<string | null> = { barcode: product.barcodes[0] ?? null, packBarcode: null, packSize: null, packUnit: null, category: product.categoryName, stock: null };
  const known = Object.fromEntries([...IMPORT_FIELDS.map((field) => [field, field in own ? own[field] : product[field as "name"]]), ...Object.entries(product.customFields).map(([id, value]) => [customKey(id), value])]);
  return {
    values: stock === undefined || keepsStock ? rest : { ...rest, stock },
    existing: { values: known, barcodes: product.barcodes, packs: product.packs, matchedBy, archived: !product.isActive },
    reasons,
  };
}

/** Without what a kit has from its components: stock and cost, and the price where it is their sum. */
function withoutOfKit({ stock: _stock, costPrice: _cost, ...values }: ImportValues, pricing: string): ImportValues {
  if (pricing !== "sum") return values;
  const { salePrice: _price, ...rest } = values;
  return rest;
}
