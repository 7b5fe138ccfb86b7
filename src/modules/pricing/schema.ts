import { z } from "zod";
import { big, isDecimal } from "@/kernel/decimal.ts";
import { cursor, price, quantity, uuid, words } from "@/modules/catalogue/schema.ts";
import { pageLimit } from "@/platform/page-limit.ts";
import { PRICED_METHODS } from "./rules/list-rules.ts";
import { isRounding, ROUNDING_MODES, type RoundingBand } from "./rules/round-price.ts";

/** A percent with its sign, above -100, to hundredths. */
export const percent = z
  .string()
  .refine((text) => /^-?\d{1,5}(\.\d{1,2})?$/.test(text), "not_a_number")
  .refine((text) => !isDecimal(text) || big(text).gt("-100"), "too_small");

export const marginPercent = percent.refine((text) => !isDecimal(text) || big(text).lt("100"), "too_large");

const band = z.strictObject({ upTo: price.nullable(), step: price, ending: price.default("0"), mode: z.enum(ROUNDING_MODES) });

/** Bands by rising limit; null is the last one's. */
export const rounding = z.array(band).max(10, "too_large").refine((bands) => isRounding(bands as RoundingBand[]), "rounding_invalid");

const breaks = z.array(z.strictObject({ from: quantity.refine((text) => /[1-9]/.test(text), "quantity_zero"), percent })).max(10, "too_large");
const methods = z.partialRecord(z.enum(PRICED_METHODS, "not_allowed"), percent);

const rules = { percent, rounding, breaks, methods, floorMargin: marginPercent.nullable(), targetMargin: marginPercent.nullable() };
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
