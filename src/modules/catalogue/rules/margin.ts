import { big, fix, type Decimal } from "@/kernel/decimal.ts";
import { PRICE_SCALE } from "@/kernel/money.ts";

interface Prices {
  /** Final, VAT included. */
  salePrice: Decimal;
  /** Net of VAT. */
  costPrice: Decimal;
  /** Percent. */
  taxRate: Decimal;
}

/** What the shop keeps of a price: percent of the net price, one decimal. Null for a price of zero. */
export function marginPercent({ salePrice, costPrice, taxRate }: Prices): Decimal | null {
  const net = netOfTax(salePrice, taxRate);
  return net.eq(0) ? null : fix(net.minus(costPrice).div(net).times(100), 1);
}

/** What is put on top of the cost: percent of the cost, one decimal. Null for a cost of zero. */
export function markupPercent({ salePrice, costPrice, taxRate }: Prices): Decimal | null {
  return big(costPrice).eq(0) ? null : fix(netOfTax(salePrice, taxRate).minus(costPrice).div(costPrice).times(100), 1);
}

/** The price, VAT included, that leaves so many percent of the net one; to the cent. */
export function priceForMargin({ costPrice, taxRate }: Omit<Prices, "salePrice">, percent: Decimal): Decimal {
  return fix(big(costPrice).times(big(taxRate).div(100).plus(1)).times(100).div(big("100").minus(percent)), 2);
}

/** The cost as it compares with prices, VAT included. */
export function costWithTax(costPrice: Decimal, taxRate: Decimal): Decimal {
  return fix(big(costPrice).times(big(taxRate).div(100).plus(1)), PRICE_SCALE);
}

function netOfTax(price: Decimal, taxRate: Decimal) {
  return big(price).div(big(taxRate).div(100).plus(1));
}
