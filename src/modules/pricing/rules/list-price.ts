import { big, fix, type Decimal } from "@/kernel/decimal.ts";
import { PRICE_SCALE } from "@/kernel/money.ts";
import { roundPrice, type RoundingBand } from "./round-price.ts";

/** From this quantity on, so many percent are added to the price ("-5": five less). */
export interface QuantityBreak {
  from: Decimal;
  percent: Decimal;
}

/**
 * A derived list's price: the base price and a percent ("-10", "15"), rounded by the list's own bands. It is worked out from the base each
 * time and never stored, so it cannot drift from it.
 */
export function derivePrice(base: Decimal, percent: Decimal, bands: readonly RoundingBand[]): Decimal {
  return roundPrice(addPercent(base, percent), bands);
}

/** The unit price at a quantity: the break with the highest beginning that the quantity reaches; without one the price itself. */
export function priceAtQuantity(price: Decimal, breaks: readonly QuantityBreak[], quantity: Decimal): Decimal {
  const reached = breaks.filter(({ from }) => big(quantity).gte(from)).sort((a, b) => big(b.from).cmp(a.from))[0];
  return reached ? addPercent(price, reached.percent) : fix(price, PRICE_SCALE);
}

/** The price by a payment method; a method without a percent costs the price itself. */
export function priceByMethod(price: Decimal, percents: Readonly<Record<string, Decimal>>, method: string): Decimal {
  const percent = Object.hasOwn(percents, method) ? percents[method]! : "0";
  return addPercent(price, percent);
}

/** Rounded once, to 4 decimals. */
export function addPercent(price: Decimal, percent: Decimal): Decimal {
  return fix(big(price).times(big(percent).plus("100")).times("0.01"), PRICE_SCALE);
}
