import { big, fix, type Decimal } from "@/kernel/decimal.ts";
import { allocateMoney, roundMoney } from "@/kernel/money.ts";

/** By what the goods are worth, by what they weigh, or by how many there are; words in messages, purchases.spread. */
export const FREIGHT_SPREADS = ["value", "weight", "units"] as const;
export type FreightSpread = (typeof FREIGHT_SPREADS)[number];

interface Carried {
  quantity: Decimal;
  /** What the line came to, net of VAT. */
  net: Decimal;
  /** Kilograms of one unit; null when nobody told. */
  weight: Decimal | null;
}

/**
 * The share of each line in what it took to bring the goods; together they are the freight to the cent. Where the measure says nothing of any
 * line (all of it came free, nobody weighed it) the units do.
 */
export function spreadFreight(freight: Decimal, lines: readonly Carried[], spread: FreightSpread): Decimal[] {
  const measured = lines.map(({ quantity, net, weight }) => (spread === "value" ? net : spread === "units" ? quantity : fix(big(quantity).times(weight ?? "0"), 10)));
  const saysNothing = measured.every((one) => big(one).eq(0));
  return allocateMoney(roundMoney(freight), saysNothing ? lines.map(({ quantity }) => quantity) : measured);
}
