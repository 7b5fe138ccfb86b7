import type { Decimal } from "@/kernel/decimal.ts";
import type { ProductFields } from "@/modules/catalogue/postings/change-products.ts";
import type { ListTerms } from "@/modules/suppliers/queries/load-list-terms.ts";
import type { SupplierLine } from "@/modules/suppliers/queries/load-supplier-lines.ts";
import { costOfLine, decideLine, lineAfter, type LineProduct, type LineValues } from "./decide-line.ts";
import type { Verdict } from "./decide-verdict.ts";
import type { Reason } from "./import-values.ts";
import type { Holders } from "./plan-writes.ts";

/** A reviewed line that waits to be applied. */
export interface WaitingLine {
  rowNo: number;
  values: LineValues;
  productId: string | null;
  /** A person said which product it is, or that it is none. */
  isDecided: boolean;
}

export interface PlannedLine {
  rowNo: number;
  verdict: Verdict;
  /** What was found only now. */
  reasons: Reason[];
  productId: string | null;
  write: { kind: "propose"; values: LineValues; cost: Decimal | null } | { kind: "change"; before: Partial<ProductFields>; after: Partial<ProductFields>; lineBefore: SupplierLine | null; lineAfter: SupplierLine } | null;
}

/** What a line does to the shop as it is now, which may be another than the one it was reviewed against. */
export function planLine({ rowNo, values, productId }: WaitingLine, products: ReadonlyMap<string, LineProduct>, holders: Holders, terms: ListTerms, importId: string): PlannedLine {
  const product = productId === null ? undefined : products.get(productId);
  if (product === undefined) return planProposal(rowNo, values, holders, terms);
  const { verdict, changes } = decideLine(values, product, terms, []);
  const nothing = { rowNo, verdict, reasons: [], productId: product.id };
  if (verdict !== "changed") return { ...nothing, write: null };
  const cost = changes.costPrice;
  return {
    ...nothing,
    write: { kind: "change", before: cost === undefined ? {} : { costPrice: product.costPrice }, after: cost === undefined ? {} : { costPrice: cost.to }, lineBefore: product.line, lineAfter: lineAfter(values, product, importId) },
  };
}

function planProposal(rowNo: number, values: LineValues, { skus, barcodes }: Holders, terms: ListTerms): PlannedLine {
  const refused = (reason: Reason): PlannedLine => ({ rowNo, verdict: "error", reasons: [reason], productId: null, write: null });
  const ofSku = values.sku === undefined ? undefined : skus.get(values.sku);
  const ofBarcode = barcodes.get(values.barcode ?? "") ?? barcodes.get(values.packBarcode ?? "");
  if (ofSku) return refused({ code: "row_sku_of_other", severity: "error", field: "sku", params: { name: ofSku.name } });
  if (ofBarcode) return refused({ code: "row_barcode_of_other", severity: "error", field: "barcode", params: { name: ofBarcode.name } });
  if (values.name === undefined) return refused({ code: "row_name_missing", severity: "error", field: "name" });
  return { rowNo, verdict: "new", reasons: [], productId: null, write: { kind: "propose", values, cost: costOfLine(values.listPrice, "1", terms) } };
}
