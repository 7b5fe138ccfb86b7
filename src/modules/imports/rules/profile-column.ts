import { isGtin } from "@/kernel/barcode.ts";
import { parseDecimal } from "@/kernel/parse-decimal.ts";
import { big } from "@/kernel/decimal.ts";
import type { Cell } from "@/platform/spreadsheet/cell.ts";
import { expandScientific } from "./clean-cell.ts";
import { absenceOf } from "./no-value.ts";
import { readUnit } from "./read-unit.ts";

/** Shares of the cells with a value, 0 to 1, unless said otherwise. */
export interface ColumnProfile {
  /** Count of cells with a value. */
  filled: number;
  numeric: number;
  /** Numbers with a decimal part. */
  fractional: number;
  gtin: number;
  /** Long enough for a GTIN, right or wrong, or spoiled by scientific notation. */
  gtinShaped: number;
  taxRate: number;
  unit: number;
  letters: number;
  spaced: number;
  distinct: number;
  /** Characters, mean. */
  length: number;
  samples: string[];
}

export interface ColumnFacts {
  column: number;
  label: string;
  profile: ColumnProfile;
}

const TAX_RATES = new Set(["0", "2.5", "5", "10.5", "21", "27", "0.21", "0.105", "0.27", "0.025", "0.05", "10", "12", "15", "16", "17", "18", "19", "22"]);

/** What the cells of one column look like, whatever stands above them. */
export function profileColumn(cells: readonly (Cell | undefined)[]): ColumnProfile {
  const filled = cells.filter((cell): cell is Cell => cell !== undefined && absenceOf(cell) === null);
  const texts = filled.map((cell) => cell.text.trim());
  const numbers = filled.map((cell) => cell.number ?? parseDecimal(cell.text.replace("%", ""), { decimal: ",", maxFraction: 8 }));
  const share = (count: number) => (filled.length === 0 ? 0 : count / filled.length);
  const count = (holds: (text: string, i: number) => boolean) => share(texts.filter(holds).length);
  return {
    filled: filled.length,
    numeric: share(numbers.filter((number) => number !== null).length),
    fractional: share(numbers.filter((number) => number?.includes(".") === true).length),
    gtin: count((text) => isGtin(text)),
    gtinShaped: count((text) => /^\d{11,14}$/.test(text) || isLongScientific(text)),
    taxRate: count((text, i) => isTaxRate(numbers[i] ?? null, text)),
    unit: count((text) => readUnit(text) !== null),
    letters: count((text) => /\p{L}{2}/u.test(text)),
    spaced: count((text) => /\S\s+\S/.test(text)),
    distinct: share(new Set(texts).size),
    length: share(texts.reduce((sum, text) => sum + text.length, 0)),
    samples: [...new Set(texts)].slice(0, 3).map((text) => text.slice(0, 60)),
  };
}

function isLongScientific(text: string): boolean {
  return expandScientific(text) !== null && /E\+?1[0-3]$/i.test(text);
}

function isTaxRate(number: string | null, text: string): boolean {
  if (number === null) return /^(exento|no gravado|isento|exempt)$/i.test(text);
  return big(number).gte(0) && big(number).lte(27) && TAX_RATES.has(big(number).toFixed());
}
