import type { ImportValues, Reason } from "./import-values.ts";
import { readPack } from "./read-pack.ts";

/** A case's code by the norm: fourteen digits of which the first, 1 to 8, tells the level of packing (GS1 General Specifications 2.1). */
const CASE_CODE = /^[1-8]\d{13}$/;

/**
 * Brings what a row says of a pack to code, size and unit: "bulto x 12" beside its barcode. A size without a code of the pack says nothing, unless
 * the row's own code is one of cases; a code without a size is left out, and said so. Changes `values`; answers what was wrong.
 */
export function settlePack(values: ImportValues): Reason[] {
  const { barcode, packSize: text, packUnit } = values;
  delete values.packSize;
  delete values.packUnit;
  const code = values.packBarcode ?? (text !== undefined && barcode !== undefined && CASE_CODE.test(barcode) ? barcode : undefined);
  delete values.packBarcode;
  if (code === undefined) return [];
  const pack = text === undefined ? null : readPack(text);
  if (pack === null) return [text === undefined ? { code: "row_pack_without_size", severity: "warning", field: "packBarcode", params: { value: code } } : { code: "row_pack_unreadable", severity: "warning", field: "packSize", params: { value: text.slice(0, 40) } }];
  // One code cannot stand for one unit and for a box of them.
  if (code === barcode) delete values.barcode;
  Object.assign(values, { packBarcode: code, packSize: pack.size, packUnit: packUnit ?? pack.unit ?? "pack" });
  return [];
}
