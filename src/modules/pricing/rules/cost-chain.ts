import Big from "big.js";
import { big, fix, type Decimal } from "@/kernel/decimal.ts";
import { PRICE_SCALE } from "@/kernel/money.ts";
import { roundPrice, type RoundingBand } from "./round-price.ts";

export interface CostChain {
  /** As the supplier's list says, net of VAT, in the supplier's currency. */
  listPrice: Decimal;
  /** Units of the product that the list price is for. */
  packSize: Decimal;
  /** Shop currency for one unit of the supplier's, on the day that counts. */
  rate: Decimal;
  /** Percents, one after the other. */
  discounts: readonly Decimal[];
  /** Percent on the discounted price. */
  freightPercent: Decimal;
}

export type PriceWay = { kind: "markup" | "margin"; percent: Decimal };

// Quotients with enough digits that a price of 4 decimals is rounded from the true value.
const Fine = Big();
Fine.DP = 24;

/** What one unit costs to buy again, net of VAT, in the shop's currency, 4 decimals: rounded once, at the end. */
export function replacementCost({ listPrice, packSize, rate, discounts, freightPercent }: CostChain): Decimal {
  const discounted = discounts.reduce((left, percent) => left.times(big("100").minus(percent)).times("0.01"), big(listPrice).times(rate));
  const delivered = discounted.times(big(freightPercent).plus("100")).times("0.01");
  return fix(new Fine(delivered).div(packSize), PRICE_SCALE);
}

/**
 * The final price, VAT included, that a cost leads to: markup is percent of the cost, margin percent of the net price. Null for a margin of
 * 100 or more, which no price reaches.
 */
export function priceFromCost(cost: Decimal, taxRate: Decimal, { kind, percent }: PriceWay, bands: readonly RoundingBand[]): Decimal | null {
  const withTax = big(cost).times(big(taxRate).plus("100")).times("0.01");
  if (kind === "markup") return roundPrice(fix(withTax.times(big(percent).plus("100")).times("0.01"), PRICE_SCALE), bands);
  const kept = big("100").minus(percent);
  return kept.lte("0") ? null : roundPrice(fix(new Fine(withTax.times("100")).div(kept), PRICE_SCALE), bands);
}
