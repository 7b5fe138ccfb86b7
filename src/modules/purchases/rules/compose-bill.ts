import Big from "big.js";
import { big, compare, fix, type Decimal } from "@/kernel/decimal.ts";
import { PRICE_SCALE, QUANTITY_SCALE, roundMoney, sumMoney } from "@/kernel/money.ts";
import { readDiscountChain } from "@/modules/pricing/rules/discount-chain.ts";
import { spreadFreight, type FreightSpread } from "./spread-freight.ts";

export interface BillLine {
  productId: string;
  quantity: Decimal;
  /** Of one unit, before the line's discounts, net of VAT. */
  unitCost: Decimal;
  /** "10+5"; empty: none. */
  discounts: string;
  taxRate: Decimal;
  /** Kilograms of one unit, where the freight is spread by it. */
  weight?: Decimal | null;
}

export interface ComposedLine extends BillLine {
  net: Decimal;
  freight: Decimal;
  /** What one unit came to, freight included, 4 decimals. */
  landedCost: Decimal;
}

export interface BillTax {
  taxRate: Decimal;
  base: Decimal;
  tax: Decimal;
}

export interface ComposedBill {
  lines: ComposedLine[];
  taxes: BillTax[];
  subtotal: Decimal;
  freight: Decimal;
  tax: Decimal;
  otherTaxes: Decimal;
  total: Decimal;
}

/** What one product came to in a bill: its lines together, a free unit beside a paid one included. */
export interface ReceivedGoods {
  productId: string;
  quantity: Decimal;
  /** Of one unit, 4 decimals. */
  landedCost: Decimal;
}

const Fine = Big();
Fine.DP = 24;

/**
 * A supplier's bill in numbers: each line rounded to the cent, the freight spread over the lines, VAT on the sum of a rate as
 * suppliers reckon it. The same function in the browser, for the difference to the paper, and on the server.
 */
export function composeBill(lines: readonly BillLine[], freight: Decimal, otherTaxes: Decimal, spread: FreightSpread = "value"): ComposedBill {
  const nets = lines.map(({ quantity, unitCost, discounts }) => netOf(quantity, unitCost, discounts));
  const shares = spreadFreight(freight, lines.map(({ quantity, weight }, i) => ({ quantity, net: nets[i]!, weight: weight ?? null })), spread);
  const composed = lines.map((line, i): ComposedLine => ({ ...line, net: nets[i]!, freight: shares[i]!, landedCost: perUnit(sumMoney([nets[i]!, shares[i]!]), line.quantity) }));
  const taxes = taxesOf(composed);
  const [subtotal, tax] = [sumMoney(nets), sumMoney(taxes.map((one) => one.tax))];
  return { lines: composed, taxes, subtotal, freight: roundMoney(freight), tax, otherTaxes: roundMoney(otherTaxes), total: sumMoney([subtotal, freight, tax, otherTaxes]) };
}

function netOf(quantity: Decimal, unitCost: Decimal, discounts: string): Decimal {
  const chain = readDiscountChain(discounts) ?? [];
  return roundMoney(chain.reduce((left, percent) => left.times(big("100").minus(percent)).times("0.01"), big(quantity).times(unitCost)));
}

function perUnit(amount: Decimal, quantity: Decimal): Decimal {
  return fix(new Fine(amount).div(quantity), PRICE_SCALE);
}

function taxesOf(lines: readonly ComposedLine[]): BillTax[] {
  const rates = [...new Set(lines.map(({ taxRate }) => fix(taxRate, 2)))].sort(compare);
  return rates.map((taxRate) => {
    const base = sumMoney(lines.filter((line) => compare(line.taxRate, taxRate) === 0).map(({ net }) => net));
    return { taxRate, base, tax: roundMoney(big(base).times(taxRate).times("0.01")) };
  });
}

/** The goods of a bill by product, in the order of their ids. */
export function receivedGoods(lines: readonly ComposedLine[]): ReceivedGoods[] {
  return [...new Set(lines.map(({ productId }) => productId))].sort().map((productId) => {
    const own = lines.filter((line) => line.productId === productId);
    const quantity = fix(own.reduce((sum, line) => sum.plus(line.quantity), big("0")), QUANTITY_SCALE);
    return { productId, quantity, landedCost: perUnit(sumMoney(own.flatMap(({ net, freight }) => [net, freight])), quantity) };
  });
}
