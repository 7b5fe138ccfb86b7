import { z } from "zod";
import { isDay } from "@/kernel/day.ts";
import { cursor, optionalWords, quantity, uuid, words } from "@/modules/catalogue/schema.ts";
import { dayField } from "@/platform/day-field.ts";
import { pageLimit } from "@/platform/page-limit.ts";
import { SHEET_FORMATS } from "@/platform/spreadsheet/sheet-formats.ts";

/** A day of the shop's calendar, or an instant; PostgreSQL knows no year 0. */
const moment = z
  .string()
  .refine((text) => isDay(text) || (z.iso.datetime({ offset: true }).safeParse(text).success && isDay(text.slice(0, 10))), "invalid")
  .meta({ description: "A day of the shop's calendar (YYYY-MM-DD, the whole of it) or an instant (RFC 3339)" });

export const MOVEMENT_TYPES = ["opening", "sale", "return", "purchase", "adjustment", "transfer", "count", "kit"] as const;

export const listMovementsSchema = z.strictObject({
  productId: uuid.optional(), locationId: uuid.optional(), type: z.enum(MOVEMENT_TYPES).optional(), from: moment.optional(), to: moment.optional(), limit: pageLimit, cursor: uuid.optional(),
});
export const listLevelsSchema = z.strictObject({ productId: uuid.optional(), locationId: uuid.optional(), limit: pageLimit, cursor: uuid.optional() });
export const listBalancesSchema = listLevelsSchema.extend({ asOf: moment });

export type ListMovementsInput = z.output<typeof listMovementsSchema>;
export type ListLevelsInput = z.output<typeof listLevelsSchema>;
export type ListBalancesInput = z.output<typeof listBalancesSchema>;

/** Documents of this room, the newest first; the cursor is a number. */
const documents = { locationId: uuid.optional(), limit: pageLimit, cursor: z.string().regex(/^\d{1,15}$/, "invalid").optional() };
export const listDocumentsSchema = z.strictObject(documents);
export type ListDocumentsInput = z.output<typeof listDocumentsSchema>;

const MOST_LINES = 1_000;

/** Signed, and not nothing. */
const change = z
  .string()
  .refine((text) => amountOf(text) !== null, "not_a_number")
  .refine((text) => amountOf(text) === null || /[1-9]/.test(text), "quantity_zero")
  .meta({ description: "Signed decimal: what comes in is positive" });

function amountOf(text: string): string | null {
  const parsed = quantity.safeParse(text.replace(/^[+-]/, ""));
  return /^[+-]?\d/.test(text) && parsed.success ? text : null;
}

const adjustmentLine = z
  .strictObject({ productId: uuid, quantity: change.transform((text) => text.replace(/^\+/, "")).optional(), countedQuantity: quantity.optional() })
  .refine((line) => (line.quantity === undefined) !== (line.countedQuantity === undefined), { message: "required", path: ["quantity"] });

export const adjustStockSchema = z.strictObject({
  id: uuid.optional(),
  locationId: uuid.optional(),
  lines: z.array(adjustmentLine).min(1, "required").max(MOST_LINES, "too_large"),
  /** A code of rules/reasons.ts, or words. */
  reason: words(120).min(1, "required"),
  notes: optionalWords(500),
});
export type AdjustStockInput = z.output<typeof adjustStockSchema>;

export const findStockLinesSchema = z.strictObject({ text: words(200).min(1, "required"), locationId: uuid });
export type FindStockLinesInput = z.output<typeof findStockLinesSchema>;

export const STOCK_VIEWS = ["all", "low", "negative", "soon", "dead"] as const;
export const listStockSchema = z.strictObject({
  q: words(200).optional(),
  locationId: uuid.optional(),
  view: z.enum(STOCK_VIEWS).default("all"),
  /** The end of this day, instead of now. */
  asOf: dayField.optional(),
  limit: pageLimit,
  cursor: uuid.optional(),
});
export type ListStockInput = z.output<typeof listStockSchema>;

const locationFields = {
  name: words(80).min(1, "name_required"),
  kind: z.enum(["shop", "warehouse"]).optional(),
  address: optionalWords(200),
  isDefault: z.boolean().optional(),
  /** Of the staff; owner and admins write everywhere. Empty: everybody. */
  memberIds: z.array(uuid).max(200, "too_large").transform((ids) => [...new Set(ids)]).optional(),
};

export const createLocationSchema = z.strictObject({ id: uuid.optional(), ...locationFields });
export const updateLocationSchema = z.strictObject({ ...locationFields, name: locationFields.name.optional(), isActive: z.boolean().optional(), version: z.int().min(1).optional() });
export type LocationChange = z.output<typeof updateLocationSchema>;

/** The form of a location; `version` null makes a new one. */
export const locationForm = updateLocationSchema.extend({ id: uuid, version: z.int().min(1).nullable() });
export type LocationForm = z.output<typeof locationForm>;

const limitItem = z.strictObject({ productId: uuid, minStock: quantity.nullish(), maxStock: quantity.nullish() });
export const saveLimitsSchema = z.strictObject({ items: z.array(limitItem).min(1, "required").max(MOST_LINES, "too_large") });
export type SaveLimitsInput = z.output<typeof saveLimitsSchema>;
export const limitsForm = saveLimitsSchema.extend({ locationId: uuid });

export const listLimitsSchema = z.strictObject({ limit: pageLimit, cursor: uuid.optional() });
export type ListLimitsInput = z.output<typeof listLimitsSchema>;

/** More than nothing. */
const someQuantity = quantity.refine((text) => /[1-9]/.test(text), "quantity_zero");

export const requestTransferSchema = z.strictObject({
  id: uuid.optional(),
  fromLocationId: uuid,
  toLocationId: uuid,
  lines: z.array(z.strictObject({ productId: uuid, quantity: someQuantity })).min(1, "required").max(MOST_LINES, "too_large"),
  notes: optionalWords(500),
});
export type RequestTransferInput = z.output<typeof requestTransferSchema>;

const movedLines = z.array(z.strictObject({ productId: uuid, quantity })).max(MOST_LINES, "too_large").optional();
export const dispatchTransferSchema = z.strictObject({
  /** Absent: all that was asked for. */
  lines: movedLines,
});
export const receiveTransferSchema = z.strictObject({
  /** Absent: all that is on the way. */
  lines: movedLines,
  /** What did not come is lost. */
  close: z.boolean().default(false),
});
export type MoveTransferInput = z.output<typeof receiveTransferSchema>;

export const TRANSFER_STATES = ["requested", "in_transit", "received", "canceled"] as const;
export const listTransfersSchema = z.strictObject({ ...documents, status: z.enum(TRANSFER_STATES).optional() });
export type ListTransfersInput = z.output<typeof listTransfersSchema>;

export const transferStepForm = z.strictObject({ id: uuid, step: z.enum(["dispatch", "receive", "cancel"]), lines: movedLines, close: z.boolean().default(false) });
export type TransferStep = z.output<typeof transferStepForm>;

const MOST_SUGGESTED = 50;

export const openCountSchema = z
  .strictObject({
    id: uuid.optional(),
    locationId: uuid.optional(),
    /** What to look at; absent: whatever is counted. */
    productIds: z.array(uuid).max(MOST_LINES, "too_large").optional(),
    /** Instead of naming products: so many of those that have waited longest. */
    suggest: z.int().min(1, "too_small").max(MOST_SUGGESTED, "too_large").optional(),
    /** Whether who counts is not shown what should be there. */
    isBlind: z.boolean().default(true),
    notes: optionalWords(500),
  })
  .refine(({ productIds, suggest }) => productIds === undefined || suggest === undefined, { message: "not_allowed", path: ["suggest"] });
export type OpenCountInput = z.output<typeof openCountSchema>;

const instantText = z.iso.datetime({ offset: true }).refine((text) => isDay(text.slice(0, 10)), "invalid");
const countLine = z.strictObject({
  productId: uuid,
  counted: quantity,
  /** When it was counted, if not now. */
  at: instantText.optional(),
});
export const recordCountSchema = z.strictObject({ lines: z.array(countLine).min(1, "required").max(MOST_LINES, "too_large") });
export type RecordCountInput = z.output<typeof recordCountSchema>;

export const postCountSchema = z.strictObject({ choices: z.array(z.strictObject({ productId: uuid, entryId: uuid })).max(MOST_LINES, "too_large").default([]) });
export type PostCountInput = z.output<typeof postCountSchema>;

export const COUNT_STATES = ["open", "review", "posted", "canceled"] as const;
export const listCountsSchema = z.strictObject({ ...documents, status: z.enum(COUNT_STATES).optional() });
export type ListCountsInput = z.output<typeof listCountsSchema>;

export const countIdSchema = z.strictObject({ id: uuid });
export const recordCountForm = recordCountSchema.extend({ id: uuid });
export const postCountForm = postCountSchema.extend({ id: uuid });

export const VALUED_BY = ["product", "category", "location"] as const;
export const valuationSchema = z.strictObject({
  by: z.enum(VALUED_BY, "not_allowed").default("product"),
  /** The end of this day, instead of now. */
  asOf: dayField.optional(),
  locationId: uuid.optional(),
  /** Those directly in it; "none": those without one. */
  categoryId: uuid.or(z.literal("none")).optional(),
  q: words(200).optional(),
  limit: pageLimit,
  cursor,
});
export type ValuationInput = z.output<typeof valuationSchema>;
export const exportValuationSchema = valuationSchema.omit({ limit: true, cursor: true }).extend({ format: z.enum(SHEET_FORMATS, "not_allowed").default("xlsx") });
export type ExportValuationInput = z.output<typeof exportValuationSchema>;

export const shrinkageSchema = z.strictObject({ from: dayField, to: dayField });
export type ShrinkageInput = z.output<typeof shrinkageSchema>;
