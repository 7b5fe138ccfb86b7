import { big, fix, isDecimal, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { PRICE_SCALE } from "@/kernel/money.ts";

const MOST = 8;

/**
 * Reads "20+10+5" as suppliers write it, also "20 + 10,5 %": each percent is taken off what the one before left. Empty text is no discount.
 * Null when it is no chain: a part that is no number, not between 0 and 100, finer than hundredths, or more than eight of them.
 */
export function readDiscountChain(text: string): Decimal[] | null {
  const parts = text.replace(/[\s%]/g, "").replaceAll(",", ".").split("+");
  if (parts.length === 1 && parts[0] === "") return [];
  const chain = parts.map((part) => (/^\d{1,2}(\.\d{1,2})?$/.test(part) && isDecimal(part) && big(part).gt(0) ? trimZeros(String(part)).replace(/^0+(?=\d)/, "") : null));
  return chain.length > MOST || chain.includes(null) ? null : (chain as Decimal[]);
}

/** The one way in which a chain is kept: "20+10.5". */
export function writeDiscountChain(chain: readonly Decimal[]): string {
  return chain.join("+");
}

/** What is left of a price after a chain, exact, then rounded once to 4 decimals. */
export function applyDiscounts(price: Decimal, chain: readonly Decimal[]): Decimal {
  return fix(chain.reduce((left, percent) => left.times(big("100").minus(percent)).times("0.01"), big(price)), PRICE_SCALE);
}
