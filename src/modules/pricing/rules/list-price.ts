import { big, fix, type Decimal } from "@/kernel/decimal.ts";
import { PRICE_SCALE } from "@/kernel/money.ts";
import { roundPrice, type RoundingBand } from "./round-price.ts";

/**
 * A derived list's price: the base price and a percent ("-10", "15"), rounded by the list's own bands. It is worked out from the base each
 * time and never stored, so it cannot drift from it.
 */
export function derivePrice(base: Decimal, percent: Decimal, bands: readonly RoundingBand[]): Decimal {
  return roundPrice(addPercent(base, percent), bands);
}

/** Rounded once, to 4 decimals. */
export function addPercent(price: Decimal, percent: Decimal): Decimal {
  return fix(big(price).times(big(percent).plus("100")).times("0.01"), PRICE_SCALE);
}
