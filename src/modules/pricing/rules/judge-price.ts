import { big, fix, type Decimal } from "@/kernel/decimal.ts";

export interface PriceStanding {
  /** Final prices, VAT included; `from` is null for a product without a price. */
  from: Decimal | null;
  to: Decimal;
  /** At replacement, net of VAT; null when nobody knows it. */
  cost: Decimal | null;
  taxRate: Decimal;
}

export interface PriceGuards {
  /** Percent that a price may move up or down. */
  maxJump: Decimal | null;
  /** Percent of the net price that must be left. */
  floorMargin: Decimal | null;
  /** What the shop aims at; below it is told, not stopped. */
  targetMargin: Decimal | null;
}

export type PriceWarning = "jump" | "below_floor" | "below_cost" | "below_target";

/** Percent of the net price that is left over the replacement cost, one decimal; null without a cost or for a price of zero. */
export function marginAt({ to, cost, taxRate }: PriceStanding): Decimal | null {
  const net = big(to).div(big(taxRate).times("0.01").plus("1"));
  return cost === null || net.eq("0") ? null : fix(net.minus(cost).div(net).times("100"), 1);
}

/** Percent between the old price and the new, one decimal; null without an old one. */
export function jumpOf({ from, to }: Pick<PriceStanding, "from" | "to">): Decimal | null {
  return from === null || big(from).eq("0") ? null : fix(big(to).minus(from).div(from).times("100"), 1);
}

/** What speaks against a new price. */
export function judgePrice(standing: PriceStanding, { maxJump, floorMargin, targetMargin }: PriceGuards): PriceWarning[] {
  const [margin, jump] = [marginAt(standing), jumpOf(standing)];
  return [
    ...(maxJump !== null && jump !== null && big(jump).abs().gt(maxJump) ? ["jump" as const] : []),
    ...(margin !== null && big(margin).lt("0") ? ["below_cost" as const] : []),
    ...(margin !== null && floorMargin !== null && big(margin).lt(floorMargin) ? ["below_floor" as const] : []),
    ...(margin !== null && targetMargin !== null && big(margin).lt(targetMargin) ? ["below_target" as const] : []),
  ];
}
