import { compare, isDecimal, type Decimal } from "@/kernel/decimal.ts";
import type { PackWrite } from "./plan-writes.ts";
import type { ProductFields } from "@/modules/catalogue/postings/change-products.ts";

/** The way back from an applied row; plain JSON, kept with it. */
export type RowUndo = { stock?: { quantity: Decimal; unitCost: Decimal | null } } & ({ made: true } | { made: false; before: Partial<ProductFields>; after: Partial<ProductFields>; barcode: string | null; pack?: PackWrite });

export interface FieldsBack {
  restored: Partial<ProductFields>;
  /** A field holds neither what the import wrote nor what was there before: somebody changed it since. */
  kept: boolean;
}

/** The fields that still hold what the import wrote go back; what people changed since stays. */
export function fieldsBack({ customFields: ownNow, ...now }: ProductFields, { customFields: ownBefore = {}, ...before }: Partial<ProductFields>, { customFields: ownAfter = {}, ...after }: Partial<ProductFields>): FieldsBack {
  const plain = goBack(now as Values, before as Values, after as Values);
  const own = goBack(ownNow, ownBefore, ownAfter);
  return {
    restored: { ...plain.restored, ...(Object.keys(own.restored).length === 0 ? {} : { customFields: own.restored as Record<string, string | null> }) },
    kept: plain.kept || own.kept,
  };
}

type Values = Readonly<Record<string, unknown>>;

function goBack(now: Values, before: Values, after: Values): { restored: Values; kept: boolean } {
  const fields = Object.keys(after);
  const ours = fields.filter((field) => isSame(now[field], after[field]));
  const restored = Object.fromEntries(ours.map((field) => [field, before[field] ?? null]));
  const kept = fields.some((field) => !ours.includes(field) && !isSame(now[field], before[field]));
  return { restored, kept };
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === "string" && typeof b === "string" && isDecimal(a) && isDecimal(b)) return compare(a, b) === 0;
  return (a ?? null) === (b ?? null);
}
