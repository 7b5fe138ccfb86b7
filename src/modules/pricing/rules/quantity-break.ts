import { big, fix, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { MONEY_SCALE, PRICE_SCALE } from "@/kernel/money.ts";

/** From this quantity on, so many percent are added to the price ("-5": five less). */
export interface QuantityBreak {
  from: Decimal;
  percent: Decimal;
}

export interface LineToBreak {
  productId: string | null;
  quantity: Decimal;
  /** Whether the list says its price; one priced by hand neither gets a break nor counts towards one. */
  isListPriced: boolean;
}

/**
 * The break that each line of a ticket reaches, or null. What stands of one product on all its lines counts together, so that twelve
 * scans and one line of twelve cost the same; what comes back does not count.
 */
export function reachedBreaks(lines: readonly LineToBreak[], breaks: readonly QuantityBreak[]): (QuantityBreak | null)[] {
  if (breaks.length === 0) return lines.map(() => null);
  const counts = (line: LineToBreak): boolean => line.isListPriced && line.productId !== null && big(line.quantity).gt("0");
  const sums = new Map<string, Decimal>();
  for (const line of lines) if (counts(line)) sums.set(line.productId!, big(sums.get(line.productId!) ?? "0").plus(line.quantity).toFixed());
  return lines.map((line) => (counts(line) ? breakAt(breaks, sums.get(line.productId!)!) : null));
}

/** The break with the highest beginning that the quantity reaches, in whatever order they are kept. */
export function breakAt(breaks: readonly QuantityBreak[], quantity: Decimal): QuantityBreak | null {
  return breaks.filter(({ from }) => big(quantity).gte(from)).sort((a, b) => big(b.from).cmp(a.from))[0] ?? null;
}

/** The price of one unit at a break, with as many decimals as the list's price has, two at least: what is multiplied is what is read. */
export function priceAtBreak(price: Decimal, { percent }: QuantityBreak): Decimal {
  const decimals = trimZeros(price).split(".")[1]?.length ?? 0;
  return fix(fix(big(price).times(big(percent).plus("100")).times("0.01"), Math.max(MONEY_SCALE, decimals)), PRICE_SCALE);
}
