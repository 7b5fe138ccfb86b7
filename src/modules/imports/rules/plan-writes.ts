import type { Decimal } from "@/kernel/decimal.ts";
import { decideVerdict, type KnownPack, type Verdict } from "./decide-verdict.ts";
import { faceProduct, type FacedProduct } from "./face-product.ts";
import type { ImportKey, ImportValues, Reason } from "./import-values.ts";

/** A reviewed row that waits to be applied. */
export interface WaitingRow {
  rowNo: number;
  values: ImportValues;
  productId: string | null;
}

/** A pack's code as a row leaves it, and as it was; `before` null: the product did not have it. */
export interface PackWrite {
  before: KnownPack | null;
  after: KnownPack;
}

export type KnownProduct = FacedProduct & { id: string };

/** Products that hold codes now. */
export interface Holders {
  skus: ReadonlyMap<string, { productId: string; name: string }>;
  barcodes: ReadonlyMap<string, { productId: string; name: string }>;
}

export interface PlannedWrite {
  rowNo: number;
  verdict: Verdict;
  /** What was found only now. */
  reasons: Reason[];
  write: { kind: "insert"; values: ImportValues } | { kind: "change"; product: KnownProduct; changed: ImportValues; barcode: string | null; pack: PackWrite | null } | null;
  /** Opening stock with its cost at this moment. */
  stock: { quantity: Decimal; unitCost: Decimal | null } | null;
}

/** What a row does to the catalogue as it is now, which may be another than the one it was reviewed against. */
export function planWrite({ rowNo, values, productId }: WaitingRow, products: ReadonlyMap<string, KnownProduct>, holders: Holders): PlannedWrite {
  const product = productId === null ? undefined : products.get(productId);
  return product === undefined ? planInsert(rowNo, values, holders) : planChange(rowNo, values, product, holders);
}

function planInsert(rowNo: number, values: ImportValues, { skus, barcodes }: Holders): PlannedWrite {
  const ofSku = values.sku === undefined ? undefined : skus.get(values.sku);
  const ofBarcode = barcodes.get(values.barcode ?? "") ?? barcodes.get(values.packBarcode ?? "");
  if (ofSku) return refused(rowNo, { code: "row_sku_of_other", severity: "error", field: "sku", params: { name: ofSku.name } });
  if (ofBarcode) return refused(rowNo, { code: "row_barcode_of_other", severity: "error", field: "barcode", params: { name: ofBarcode.name } });
  // Its product was deleted since, and the row alone does not make one.
  if (values.name === undefined) return refused(rowNo, { code: "row_name_missing", severity: "error", field: "name" });
  const stock = values.stock === undefined ? null : { quantity: values.stock, unitCost: values.costPrice ?? null };
  return { rowNo, verdict: "new", reasons: [], write: { kind: "insert", values }, stock };
}

function planChange(rowNo: number, given: ImportValues, product: KnownProduct, { barcodes }: Holders): PlannedWrite {
  const { values, existing } = faceProduct(given, product, "sku");
  const { verdict, changes } = decideVerdict({ kind: "product", values, reasons: [], section: null }, existing, null);
  if (verdict !== "changed") return { rowNo, verdict, reasons: [], write: null, stock: null };
  const changed = Object.fromEntries(Object.entries(changes).map(([field, { to }]) => [field as ImportKey, to]));
  const pack = packOf(values, changed, product);
  const holder = [changed.barcode, changed.packBarcode].map((code) => (code === undefined ? undefined : barcodes.get(code))).find((one) => one !== undefined && one.productId !== product.id);
  if (holder) return refused(rowNo, { code: "row_barcode_of_other", severity: "error", field: "barcode", params: { name: holder.name } });
  const stock = changed.stock === undefined ? null : { quantity: changed.stock, unitCost: changed.costPrice ?? product.costPrice };
  return { rowNo, verdict, reasons: [], write: { kind: "change", product, changed, barcode: changed.barcode ?? null, pack }, stock };
}

function packOf({ packBarcode }: ImportValues, { packSize, packUnit }: ImportValues, { packs }: KnownProduct): PackWrite | null {
  if (packBarcode === undefined || (packSize === undefined && packUnit === undefined)) return null;
  const before = packs.find(({ code }) => code === packBarcode) ?? null;
  return { before, after: { code: packBarcode, packSize: packSize ?? before?.packSize ?? "1", unit: packUnit ?? before?.unit ?? null } };
}

function refused(rowNo: number, reason: Reason): PlannedWrite {
  return { rowNo, verdict: "error", reasons: [reason], write: null, stock: null };
}
