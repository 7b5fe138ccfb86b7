import type { Row } from "@/platform/spreadsheet/cell.ts";
import type { Decision } from "./decide-verdict.ts";
import type { Candidate } from "./match-line.ts";
import type { ImportValues } from "./import-values.ts";

export interface JudgedRow extends Decision {
  /** As in the file, from 1. */
  rowNo: number;
  row: Row;
  values: ImportValues;
  productId: string | null;
  /** Of a supplier's line that a person must look at. */
  doubt?: { candidates: Candidate[] };
}
