import { z } from "zod";

/** What answers are made of. Money, prices, quantities and rates are decimal strings. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/).meta({ description: "Decimal number as text" });

export const instant = z.iso.datetime().meta({ description: "RFC 3339, UTC" });

export const day = z.iso.date().meta({ description: "A day of the shop's calendar" });

export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
