import type { FormatKey } from "./formats.ts";

/** How a batch is printed: the paper, where it begins, and what stands on each label. */
export interface LabelLayout {
  format: FormatKey;
  /** The first free label of a partly used sheet, from 1. */
  start: number;
  symbol: "bars" | "qr" | "none";
  /** Price per kilo, litre, metre. */
  perMeasure: boolean;
  /** "Precio sin impuestos nacionales". */
  withoutTax: boolean;
  code: boolean;
  date: boolean;
}

/** What stands on a label, as it was when the batch was made. */
export interface LabelFacts {
  name: string;
  sku: string;
  /** Of one unit. */
  barcodes: readonly string[];
  unit: string;
  /** Percent. */
  taxRate: string;
  netContent: string | null;
  contentUnit: string | null;
}
