import { gtinCheckDigit } from "@/kernel/barcode.ts";
import type { ImportField, ImportValues } from "@/modules/imports/rules/import-values.ts";
import type { QuestionCode } from "@/modules/imports/rules/mapping-questions.ts";
import type { PlanOptions } from "@/modules/imports/rules/plan-import.ts";

/** A list as shops and suppliers really send them, and what the importer must make of it. */
export interface UglyList {
  trap: string;
  file: string;
  bytes: () => Uint8Array;
  options?: Partial<PlanOptions>;
  sheet?: string;
  /** Index of the header row, null for none. */
  header: number | null;
  columns: Partial<Record<ImportField, number>>;
  questions?: QuestionCode[];
  /** The products read, in order: values, then codes of reasons. */
  products: [ImportValues, ...string[]][];
  /** Rows that are something else, as "kind" in order; blank ones left out. */
  others?: string[];
}

export function ean(body: string): string {
  return body + gtinCheckDigit(body);
}

export const COLA = ean("779089500099");
export const YERBA = ean("779038700001");
export const LAMP = ean("779123456789");
