import type { ImportValues } from "./import-values.ts";

export interface Repeat {
  /** Row number of the first row with the same code. */
  row: number;
  field: "barcode" | "sku";
  /** All values are the same: the row says nothing new. */
  identical: boolean;
}

/** Remembers the codes of one file, row after row. Of a resumed import the rows already read must be fed again. */
export class RepeatFinder {
  readonly #seen = { barcode: new Map<string, { row: number; print: string }>(), sku: new Map<string, { row: number; print: string }>() };

  /** Null when neither code of the row was met before. */
  check(row: number, values: ImportValues): Repeat | null {
    const print = JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
    let repeat: Repeat | null = null;
    for (const field of ["barcode", "sku"] as const) {
      const code = values[field]?.toLowerCase();
      if (code === undefined) continue;
      const first = this.#seen[field].get(code);
      if (first === undefined) this.#seen[field].set(code, { row, print });
      else repeat ??= { row: first.row, field, identical: first.print === print };
    }
    return repeat;
  }
}
