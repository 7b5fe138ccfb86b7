import { packRow, type PackedCell } from "@/platform/spreadsheet/pack-row.ts";
import type { ListTerms } from "@/modules/suppliers/queries/load-list-terms.ts";
import type { Sheet } from "@/platform/spreadsheet/cell.ts";
import type { ImportPlan } from "./plan-import.ts";

/** A plan as it is kept with its batch: with the rows that a person looks at while deciding about it. */
export interface KeptPlan extends ImportPlan {
  /** The first rows of the sheet, banners and headings included, and their row numbers. */
  preview: { row: number; cells: string[] }[];
  /** The choices were made for an earlier list with the same headings. */
  remembered: boolean;
  /** Of a supplier's list: the terms of that day, by which its prices become costs. */
  terms?: ListTerms;
}

const BEFORE = 3;
const AFTER = 8;
const LONGEST = 60;

/** Rows around the headings. */
export function previewOf(sheet: Sheet, plan: ImportPlan): KeptPlan["preview"] {
  const head = plan.headerRow ?? plan.firstRow;
  const from = Math.max(0, head - BEFORE);
  return sheet.rows
    .slice(from, plan.firstRow + AFTER)
    .map((row, i) => ({ row: from + i + 1, cells: packRow(row).map(shown) }))
    .filter(({ cells }) => cells.some((text) => text !== ""));
}

function shown(cell: PackedCell): string {
  const text = cell === null ? "" : typeof cell === "string" ? cell : cell.t;
  return text.replace(/\s+/g, " ").trim().slice(0, LONGEST);
}
