import { foldText } from "./fold-text.ts";
import type { ImportValues } from "./import-values.ts";

export interface Repeat {
  /** Row number of the first row with the same code. */
  row: number;
  field: "barcode" | "sku" | "supplierCode" | "name";
  /** All values are the same: the row says nothing new. */
  identical: boolean;
}

type Seen = Map<string, { row: number; print: string }>;

/** Remembers what the rows of one file are known by, row after row. A supplier's code or a name counts for a row that has no better. */
export class RepeatFinder {
  readonly #seen: Readonly<Record<Repeat["field"] | "product", Seen>> = { barcode: new Map(), sku: new Map(), supplierCode: new Map(), name: new Map(), product: new Map() };

  /** Null when the row was not met before. */
  check(row: number, values: ImportValues): Repeat | null {
    const print = printOf(values);
    let repeat: Repeat | null = null;
    for (const [field, code] of keysOf(values)) {
      const met = this.#meet(field, field, code, row, print);
      repeat ??= met;
    }
    return repeat;
  }

  /** Null when no row before was matched to this product of the catalogue. */
  checkProduct(row: number, productId: string, matchedBy: Repeat["field"], values: ImportValues): Repeat | null {
    return this.#meet("product", matchedBy, productId, row, printOf(values));
  }

  #meet(shelf: Repeat["field"] | "product", field: Repeat["field"], code: string, row: number, print: string): Repeat | null {
    const first = this.#seen[shelf].get(code);
    if (first === undefined) this.#seen[shelf].set(code, { row, print });
    return first === undefined ? null : { row: first.row, field, identical: first.print === print };
  }
}

function printOf(values: ImportValues): string {
  return JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function keysOf({ barcode, packBarcode, sku, supplierCode, name }: ImportValues): [Repeat["field"], string][] {
  const codes: [Repeat["field"], string | undefined][] = [["barcode", barcode?.toLowerCase()], ["barcode", packBarcode?.toLowerCase()], ["sku", sku?.toLowerCase()]];
  const given = codes.filter((pair): pair is [Repeat["field"], string] => pair[1] !== undefined);
  if (given.length > 0) return given;
  if (supplierCode !== undefined) return [["supplierCode", supplierCode.toLowerCase()]];
  return name === undefined ? [] : [["name", foldText(name)]];
}
