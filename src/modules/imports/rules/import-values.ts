import type { Decimal } from "@/kernel/decimal.ts";
import type { CustomField } from "@/modules/catalogue/rules/custom-fields.ts";
import type { RefusalCode } from "@/kernel/refusal.ts";

/** What a column of a list can mean. */
export const IMPORT_FIELDS = [
  "sku", "barcode", "packBarcode", "packSize", "packUnit", "name", "description", "category", "brand", "unit", "costPrice", "salePrice", "taxRate", "stock", "minStock", "supplierCode",
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

/** A field of the shop's own, by its id. */
export type CustomKey = `custom:${string}`;
export type ImportKey = ImportField | CustomKey;

/** Something said of some fields. */
export type ByKey<T> = { [field in ImportField]?: T } & { [field: CustomKey]: T };

export function isCustomKey(key: string): key is CustomKey {
  return key.startsWith("custom:");
}

export function customKey(id: string): CustomKey {
  return `custom:${id}`;
}

export const NUMERIC_FIELDS = ["costPrice", "salePrice", "taxRate", "stock", "minStock"] as const satisfies readonly ImportField[];

export type NumericField = (typeof NUMERIC_FIELDS)[number];
export type PriceField = "costPrice" | "salePrice";

export function isNumericField(field: ImportKey): field is NumericField {
  return (NUMERIC_FIELDS as readonly ImportKey[]).includes(field);
}

/** One row as the catalogue would take it; an absent field says nothing about the product. Numbers are decimals. */
export type ImportValues = ByKey<string>;

/** Why a row, or one field of it, is not simply taken. An error keeps the row out; a note only explains. */
export interface Reason {
  code: RowCode;
  severity: "error" | "warning" | "note";
  field?: ImportKey;
  params?: Readonly<Record<string, string | number>>;
}

export type RowCode = Extract<RefusalCode, `row_${string}`>;

/** Longest text of a field, in characters. */
export const TEXT_LIMITS = { sku: 60, barcode: 60, packBarcode: 60, packSize: 20, packUnit: 20, name: 200, description: 2000, category: 80, brand: 80, unit: 20, supplierCode: 60 } as const satisfies Partial<
  Record<ImportField, number>
>;

/** Where each field is found, by column from 0, and what its prices hold. */
export interface Mapping {
  columns: ByKey<number>;
  /** Whether the column's prices include VAT. The catalogue keeps sale prices with it and costs without. */
  hasTax: Partial<Record<PriceField, boolean>>;
}

/** What a person decided about reading a file; what is absent is guessed. Plain JSON, kept with the batch. */
export interface Choices {
  /** By name; else the sheet that looks most like a list. */
  sheet?: string;
  /** By index; null for "there is none". */
  headerRow?: number | null;
  /** By index, or by heading. */
  columns?: ByKey<number | string>;
  hasTax?: Mapping["hasTax"];
  /** The decimal sign of a field's column. */
  decimals?: Partial<Record<NumericField, "," | ".">>;
  /** VAT percent of rows that tell none. */
  defaultTaxRate?: Decimal;
  /** Of a supplier's list: it is not the whole one, so what it lacks is not gone. */
  partial?: boolean;
}

/** How one column writes its numbers. */
export interface NumberStyle {
  decimal: "," | ".";
  /** False: the column gave no proof, the shop's locale decided; or it holds proof of both. */
  certain: boolean;
  /** Both signs are proven to be the decimal one, in different cells. */
  mixed: boolean;
  /** Cells such as "1.234" that can be read in two ways. */
  ambiguous: number;
  /** The first of those cells, for the question. */
  sample: string | null;
}

/** All that is needed to read a row; plain JSON, kept with the batch. */
export interface ReadPlan {
  sheet: string;
  /** Index of the last header row; null when the list has none. */
  headerRow: number | null;
  firstRow: number;
  labels: string[];
  mapping: Mapping;
  styles: Partial<Record<NumericField, NumberStyle>>;
  /** The shop's own fields, and the decimal sign of its locale, by which their numbers are read. */
  customFields: readonly CustomField[];
  decimal: "," | ".";
  /** VAT percent of rows that tell none, used to add or take off VAT. Null: such a row cannot be converted. */
  defaultTaxRate: Decimal | null;
}
