import type { PackedCell } from "@/platform/spreadsheet/pack-row.ts";
import type { RowRead } from "./read-row.ts";

/** One row of a list, read. */
export interface ReadLine {
  /** As in the file, from 1. */
  rowNo: number;
  cells: PackedCell[];
  read: RowRead;
}
