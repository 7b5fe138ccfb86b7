import { compare, isDecimal, type Decimal } from "@/kernel/decimal.ts";
import type { ProductFields } from "@/modules/catalogue/postings/change-products.ts";

/** The way back from an applied row; plain JSON, kept with it. */
export type RowUndo = { stock?: { quantity: Decimal; unitCost: Decimal | null } } & ({ made: true } | { made: false; before: Partial<ProductFields>; after: Partial<ProductFields>; barcode: string | null });

export interface FieldsBack {
  restored: Partial<ProductFields>;
  /** A field holds neither what the import wrote nor what was there before: somebody changed it since. */
  kept: boolean;
}

/** The fields that still hold what the import wrote go back; what people changed since stays. */
export function fieldsBack(now: ProductFields, before: Partial<ProductFields>, after: Partial<ProductFields>): FieldsBack {
  const fields = Object.keys(after) as (keyof ProductFields)[];
  const ours = fields.filter((field) => isSame(now[field], after[field]));
  const restored = Object.fromEntries(ours.map((field) => [field, before[field] ?? null]));
  const kept = fields.some((field) => !ours.includes(field) && !isSame(now[field], before[field]));
  return { restored, kept };
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === "string" && typeof b === "string" && isDecimal(a) && isDecimal(b)) return compare(a, b) === 0;
  return (a ?? null) === (b ?? null);
}
