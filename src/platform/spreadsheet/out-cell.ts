import type { Decimal } from "@/kernel/decimal.ts";

/** A number that a spreadsheet may calculate with; a bare decimal text would be a text. */
export interface OutNumber {
  number: Decimal;
}

/** Text (codes too: they keep their zeros), a number, or nothing. */
export type OutCell = string | OutNumber | null;

export type OutRows = Iterable<readonly OutCell[]> | AsyncIterable<readonly OutCell[]>;
