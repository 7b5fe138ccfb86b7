import type { Decision } from "./decide-verdict.ts";
import type { Candidate } from "./match-line.ts";
import type { ImportValues } from "./import-values.ts";
import type { ReadLine } from "./read-line.ts";

export interface JudgedRow extends Decision, Pick<ReadLine, "rowNo" | "cells"> {
  values: ImportValues;
  productId: string | null;
  /** Of a supplier's line that a person must look at. */
  doubt?: { candidates: Candidate[] };
}
