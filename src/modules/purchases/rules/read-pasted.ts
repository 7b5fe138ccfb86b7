import type { Decimal } from "@/kernel/decimal.ts";
import { parseDecimal } from "@/kernel/parse-decimal.ts";

export interface PastedRow {
  code: string;
  quantity: Decimal;
  /** Null where the paper needs none and the row has none. */
  unitCost: Decimal | null;
}

/**
 * Rows of a spreadsheet as they come from the clipboard: the code in the first cell that has something, then, after any words, quantity and
 * cost; `needsCost` false: the cost may be missing, as in an order. What has a code but not its numbers is counted as unread; a heading above the first row is not. Null when the text is no table.
 */
export function readPasted(text: string, decimal: "," | ".", needsCost = true): { rows: PastedRow[]; unread: number } | null {
  const lines = text.split(/\r?\n/).map((line) => line.split(/\t|;/).map((cell) => cell.trim())).filter((cells) => cells.some((cell) => cell !== ""));
  if (lines.every((cells) => cells.length < 2)) return null;
  const rows: PastedRow[] = [];
  let unread = 0;
  for (const cells of lines) {
    const from = cells.findIndex((cell) => cell !== "");
    const numbers = cells.slice(from + 1).flatMap((cell) => parseDecimal(cell, { decimal, maxFraction: 4 }) ?? []).filter((value) => !value.startsWith("-"));
    const [quantity, unitCost] = numbers;
    if (quantity !== undefined && (unitCost !== undefined || !needsCost)) rows.push({ code: cells[from]!, quantity, unitCost: unitCost ?? null });
    else if (rows.length > 0 || numbers.length > 0) unread += 1;
  }
  return { rows, unread };
}
