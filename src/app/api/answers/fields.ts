import { z } from "zod";
import { fix, type Decimal } from "@/kernel/decimal.ts";
import { MONEY_SCALE, QUANTITY_SCALE } from "@/kernel/money.ts";
import { plainPrice } from "@/modules/catalogue/rules/plain-price.ts";

/** How each kind of decimal is written, whatever the query or a shop's own rules hold: a program that compares texts finds equal what is equal. */
const forms = z.registry<{ write: (given: Decimal) => Decimal }>();

function decimalAs(form: RegExp, write: (given: Decimal) => Decimal) {
  return z.string().regex(form).meta({ description: "Decimal number as text" }).register(forms, { write: (given) => (form.test(given) ? given : write(given)) });
}

/** What answers are made of. Money, prices, quantities and rates are decimal strings. */
export const money = decimalAs(/^-?\d+\.\d{2}$/, (given) => fix(given, MONEY_SCALE));
/** Of one unit: cents always, further decimals where they say something. */
export const price = decimalAs(/^-?\d+\.\d{2}(\d?[1-9])?$/, plainPrice);
export const quantity = decimalAs(/^-?\d+\.\d{3}$/, (given) => fix(given, QUANTITY_SCALE));
/** Kilograms and litres of one unit: finer than what is sold of it. */
export const measure = decimalAs(/^-?\d+\.\d{4}$/, (given) => fix(given, 4));
export const percent = decimalAs(/^-?\d+\.\d{2}$/, (given) => fix(given, 2));
export const exchangeRate = decimalAs(/^\d+\.\d{6}$/, (given) => fix(given, 6));

/** For cutTo: what an answer holds, as its schema writes it. */
export function writeDecimal(schema: z.ZodType, value: unknown): unknown {
  const form = typeof value === "string" ? forms.get(schema) : undefined;
  return form ? form.write(value as Decimal) : value;
}

export const instant = z.iso.datetime().meta({ description: "RFC 3339, UTC" });

export const day = z.iso.date().meta({ description: "A day of the shop's calendar" });

export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
