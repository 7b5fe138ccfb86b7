import { z } from "zod";
import { big, isDecimal } from "@/kernel/decimal.ts";
import { cursor, marginPercent, price, quantity, uuid, words } from "@/modules/catalogue/schema.ts";
import { SHEET_FORMATS } from "@/platform/spreadsheet/sheet-formats.ts";
import { pageLimit } from "@/platform/page-limit.ts";
import { PRICED_METHODS } from "./rules/list-rules.ts";
import { isRounding, ROUNDING_MODES, type RoundingBand } from "./rules/round-price.ts";

/** A percent with its sign, above -100, to hundredths. */
export const percent = z
  .string()
  .refine((text) => /^-?\d{1,5}(\.\d{1,2})?$/.test(text), "not_a_number")
  .refine((text) => !isDecimal(text) || big(text).gt("-100"), "too_small");

const band = z.strictObject({ upTo: price.nullable(), step: price, ending: price.default("0"), mode: z.enum(ROUNDING_MODES) });

/** Bands by rising limit; null is the last one's. */
export const rounding = z.array(band).max(10, "too_large").refine((bands) => isRounding(bands as RoundingBand[]), "rounding_invalid");

const breaks = z.array(z.strictObject({ from: quantity.refine((text) => /[1-9]/.test(text), "quantity_zero"), percent })).max(10, "too_large");
const methods = z.partialRecord(z.enum(PRICED_METHODS, "not_allowed"), percent);
const installments = z
  .array(z.strictObject({ count: z.int().min(2, "too_small").max(60, "too_large"), percent }))
  .max(12, "too_large")
  .refine((rows) => new Set(rows.map(({ count }) => count)).size === rows.length, "installments_twice");

const categoryTargets = z
  .array(z.strictObject({ categoryId: uuid, percent: marginPercent }))
  .max(200, "too_large")
  .refine((rows) => new Set(rows.map(({ categoryId }) => categoryId)).size === rows.length, "category_twice");

const rules = { percent, rounding, breaks, methods, installments, floorMargin: marginPercent.nullable(), targetMargin: marginPercent.nullable(), categoryTargets };
const partial = z.strictObject(rules).partial().shape;

/** A list with a percent is derived from the base list, one without keeps prices of its own. */
export const createPriceListSchema = z.strictObject({ ...partial, id: uuid.optional(), name: words(60).min(1, "name_required") });
export const updatePriceListSchema = z.strictObject({ ...partial, name: words(60).min(1, "name_required").optional(), version: z.int().min(1).optional(), isActive: z.boolean().optional() });
export type PriceListChange = z.output<typeof updatePriceListSchema>;

export const priceListForm = updatePriceListSchema.extend({ id: uuid, isNew: z.boolean() });

/** Prices of an own list; null takes the product off it. */
export const listPricesSchema = z.strictObject({ items: z.array(z.strictObject({ productId: uuid, price: price.nullable() })).min(1, "required").max(1_000, "too_large") });
export type ListPriceInput = z.output<typeof listPricesSchema>["items"][number];

export const pageSchema = z.strictObject({ limit: pageLimit, cursor });

export const exportListSchema = z.strictObject({ format: z.enum(SHEET_FORMATS).default("xlsx") });

const scope = z.strictObject({
  supplierId: uuid.optional(),
  /** What this list of a supplier changed the cost of. */
  importId: uuid.optional(),
  /** What this bill changed the cost of. */
  purchaseId: uuid.optional(),
  brand: words(80).min(1, "required").optional(),
  /** With everything below it. */
  categoryId: uuid.optional(),
  tag: words(40).min(1, "required").optional(),
  /** All words, anywhere in name, brand and codes. */
  q: words(200).optional(),
  productIds: z.array(uuid).max(1_000, "too_large").optional(),
  except: z.array(uuid).max(1_000, "too_large").optional(),
  /** Those whose margin at replacement cost lies below the list's floor or target today. */
  below: z.enum(["floor", "target"]).optional(),
});
export type PriceScope = z.output<typeof scope>;

/**
 * `target` is the list's own target margin; `keep` takes each price along with the cost that the bill of the scope moved, at the margin that it
 * had. Their value is not looked at.
 */
export const RULE_KINDS = ["percent", "fixed", "set", "markup", "margin", "target", "keep", "base"] as const;

const rule = z
  .strictObject({ kind: z.enum(RULE_KINDS), value: z.string().refine((text) => isDecimal(text) && /^-?\d{1,10}(\.\d{1,4})?$/.test(text), "not_a_number") })
  .superRefine(({ kind, value }, issue) => {
    const wrong = (message: string): void => issue.addIssue({ code: "custom", message, path: ["value"] });
    if (!isDecimal(value)) return;
    if (kind === "margin" && big(value).gte("100")) wrong("too_large");
    if ((kind === "percent" || kind === "base" || kind === "markup") && (big(value).lte("-100") || big(value).gt("100000"))) wrong(big(value).gt("0") ? "too_large" : "too_small");
    if (kind === "set" && big(value).lte("0")) wrong("too_small");
  });

const guards = z.strictObject({
  /** Percent up or down. */
  maxJump: percent.nullish(),
  /** Percent of the net price at replacement cost; the list's own when absent. */
  floorMargin: marginPercent.nullish(),
  /** Whether what passes a guard is left as it is; told in any case. */
  hold: z.boolean().default(true),
});

const plan = {
  /** An own list; the base list when absent. */
  listId: uuid.optional(),
  scope,
  rule,
  /** The list's own when absent. */
  rounding: rounding.optional(),
  guards: guards.default({ hold: true }),
  /** Instead of what the rule gives: prices that a person typed, by product. Guards hold for them too. */
  prices: z.record(uuid, price.refine((text) => !isDecimal(text) || /[1-9]/.test(text), "too_small")).refine((typed) => Object.keys(typed).length <= 1_000, "too_large").optional(),
};

export const planSchema = z.strictObject(plan);
export type PricePlan = z.output<typeof planSchema>;

export const SIMULATION_ORDERS = ["jump", "margin", "name"] as const;
export const SIMULATION_VIEWS = ["all", "jump", "below_floor", "below_target", "below_cost"] as const;

export const simulationSchema = z.strictObject({
  ...plan,
  order: z.enum(SIMULATION_ORDERS).default("jump"),
  view: z.enum(SIMULATION_VIEWS).default("all"),
  /** From 0. */
  page: z.int().min(0).max(100_000).default(0),
  limit: z.int().min(1).max(200).default(50),
});
export type SimulationInput = z.output<typeof simulationSchema>;

export const priceRunSchema = z.strictObject({ ...plan, id: uuid.optional(), runAt: z.iso.datetime({ offset: true, error: "invalid" }).optional() });
export type PriceRunInput = z.output<typeof priceRunSchema>;

export const undoSchema = z.strictObject({
  id: uuid.optional(),
  /** Which part of the run; all of it when absent. */
  slice: scope.omit({ except: true, below: true }).default({}),
  /** Whether prices that somebody changed since go back too. */
  overwrite: z.boolean().default(false),
});
export type UndoInput = z.output<typeof undoSchema>;

export const undoForm = undoSchema.extend({ runId: uuid });
export const runIdSchema = z.strictObject({ id: uuid });
