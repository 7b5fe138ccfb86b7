import Big from "big.js";
import { big, compare, fix, isZero, type Decimal } from "@/kernel/decimal.ts";
import { PRICE_SCALE, QUANTITY_SCALE, roundMoney, sumMoney } from "@/kernel/money.ts";
import type { ComposedLine, ReceivedGoods } from "./compose-bill.ts";

/** What one receipt has of one product that no bill charged yet. */
export interface OpenGoods {
  receiptId: string;
  productId: string;
  quantity: Decimal;
  /** At the receipt's cost. */
  value: Decimal;
  unitCost: Decimal;
  taxRate: Decimal;
  /** Units of the pack in which it is bought; 1 when nobody told. */
  packSize: Decimal;
}

export interface Match {
  receiptId: string;
  productId: string;
  quantity: Decimal;
  value: Decimal;
}

export type DifferenceKind = "quantity" | "price" | "pack" | "tax";

export interface Difference {
  productId: string;
  kind: DifferenceKind;
  expected: Decimal;
  found: Decimal;
  /** What it comes to, net of VAT: positive when the bill asks for more. */
  amount: Decimal;
}

export interface MatchedBill {
  matches: Match[];
  /** What the receipts had not brought: it comes with the bill. */
  fresh: ReceivedGoods[];
  /** What the receipts had brought, now at the bill's cost. */
  corrected: { productId: string; quantity: Decimal; from: Decimal; to: Decimal }[];
  differences: Difference[];
  /** Of the matches together, at the receipts' cost. */
  value: Decimal;
}

const Fine = Big();
Fine.DP = 24;

/**
 * A bill against the goods that came before it: each product's billed quantity uses up what the receipts have, the oldest first. Without open
 * goods everything comes with the bill and there is nothing to compare. `tolerance`: percent of the cost that is no difference.
 */
export function matchBill(lines: readonly ComposedLine[], received: readonly ReceivedGoods[], open: readonly OpenGoods[], tolerance: Decimal): MatchedBill {
  const matches = received.flatMap((goods) => useUp(goods, open.filter(({ productId }) => productId === goods.productId)));
  const usedOf = (productId: string): Decimal => sumOf(matches.filter((match) => match.productId === productId).map(({ quantity }) => quantity));
  const fresh = received.map((goods) => ({ ...goods, quantity: fix(big(goods.quantity).minus(usedOf(goods.productId)), QUANTITY_SCALE) })).filter(({ quantity }) => !isZero(quantity));
  const corrected = received.filter(({ productId }) => !isZero(usedOf(productId))).map(({ productId, landedCost }) => {
    const own = matches.filter((match) => match.productId === productId);
    return { productId, quantity: usedOf(productId), from: perUnit(sumMoney(own.map(({ value }) => value)), usedOf(productId)), to: landedCost };
  });
  return { matches, fresh, corrected, differences: open.length === 0 ? [] : differencesOf(lines, received, open, tolerance), value: sumMoney(matches.map(({ value }) => value)) };
}

function useUp({ productId, quantity }: ReceivedGoods, open: readonly OpenGoods[]): Match[] {
  let left = big(quantity);
  return open.flatMap((goods) => {
    const part = left.lt(goods.quantity) ? left : big(goods.quantity);
    if (part.lte(0)) return [];
    left = left.minus(part);
    const share = part.eq(goods.quantity) ? goods.value : roundMoney(part.times(goods.unitCost));
    // The last cent of a receipt is never used twice.
    return [{ receiptId: goods.receiptId, productId, quantity: fix(part, QUANTITY_SCALE), value: compare(share, goods.value) > 0 ? goods.value : share }];
  });
}

function differencesOf(lines: readonly ComposedLine[], received: readonly ReceivedGoods[], open: readonly OpenGoods[], tolerance: Decimal): Difference[] {
  const ids = [...new Set([...received, ...open].map(({ productId }) => productId))].sort();
  return ids.flatMap((productId) => {
    const billed = received.find((goods) => goods.productId === productId);
    const expected = open.filter((goods) => goods.productId === productId);
    const [quantity, price] = [quantityOf(productId, billed, expected), priceOf(billed, expected, tolerance)];
    // One mistake, seen from both sides: packs where units were meant.
    const isPack = quantity.some(({ kind }) => kind === "pack");
    return [...quantity, ...price.filter(({ kind }) => !isPack || kind !== "pack"), ...taxOf(productId, lines, expected)];
  });
}

function quantityOf(productId: string, billed: ReceivedGoods | undefined, open: readonly OpenGoods[]): Difference[] {
  const [found, expected] = [billed?.quantity ?? "0.000", sumOf(open.map(({ quantity }) => quantity))];
  if (compare(found, expected) === 0) return [];
  const cost = billed?.landedCost ?? open[0]?.unitCost ?? "0";
  const isPack = !isZero(found) && !isZero(expected) && isPackOf(found, expected, open[0]?.packSize ?? "1");
  return [{ productId, kind: isPack ? "pack" : "quantity", expected: fix(expected, PRICE_SCALE), found: fix(found, PRICE_SCALE), amount: roundMoney(big(found).minus(expected).times(cost)) }];
}

function priceOf(billed: ReceivedGoods | undefined, open: readonly OpenGoods[], tolerance: Decimal): Difference[] {
  const quantity = sumOf(open.map((goods) => goods.quantity));
  if (!billed || isZero(quantity)) return [];
  const expected = perUnit(sumMoney(open.map(({ value }) => value)), quantity);
  // A cost that nobody knew is no promise to be held to.
  if (isZero(expected)) return [];
  const off = big(billed.landedCost).minus(expected);
  if (new Fine(off).div(expected).times(100).abs().lte(tolerance)) return [];
  const charged = compare(billed.quantity, quantity) < 0 ? billed.quantity : quantity;
  return [{ productId: billed.productId, kind: isPackOf(billed.landedCost, expected, open[0]!.packSize) ? "pack" : "price", expected, found: billed.landedCost, amount: roundMoney(off.times(charged)) }];
}

function taxOf(productId: string, lines: readonly ComposedLine[], open: readonly OpenGoods[]): Difference[] {
  const expected = open[0]?.taxRate;
  const wrong = lines.find((line) => line.productId === productId && expected !== undefined && compare(line.taxRate, expected) !== 0);
  if (!wrong || expected === undefined) return [];
  return [{ productId, kind: "tax", expected: fix(expected, PRICE_SCALE), found: fix(wrong.taxRate, PRICE_SCALE), amount: roundMoney(big(wrong.taxRate).minus(expected).times(wrong.net).times("0.01")) }];
}

/** Whether one of the two is the other in packs. */
function isPackOf(one: Decimal, other: Decimal, packSize: Decimal): boolean {
  if (compare(packSize, "1") <= 0) return false;
  const ratio = new Fine(one).div(other);
  return [ratio, new Fine(1).div(ratio)].some((times) => times.div(packSize).minus(1).abs().lt("0.1"));
}

function sumOf(quantities: readonly Decimal[]): Decimal {
  return fix(quantities.reduce((sum, quantity) => sum.plus(quantity), big("0")), QUANTITY_SCALE);
}

function perUnit(value: Decimal, quantity: Decimal): Decimal {
  return fix(new Fine(value).div(quantity), PRICE_SCALE);
}
