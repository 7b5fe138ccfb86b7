import { big, isZero, type Decimal } from "@/kernel/decimal.ts";

interface SoldLine {
  name: string;
  quantity: Decimal;
  unitPrice: Decimal;
  listPrice: Decimal | null;
  lineDiscount: Decimal;
  ticketDiscount: Decimal;
  /** VAT included, discounts taken off. */
  total: Decimal;
  tax: Decimal;
  /** Net of VAT; null when nobody told. */
  unitCost: Decimal | null;
}

/**
 * The first line that somebody lowered below its cost, both net of VAT. A list price below cost is the shop's own doing and no
 * seller's; an unknown cost stops nobody.
 */
export function findBelowCost<T extends SoldLine>(lines: readonly T[]): T | null {
  return lines.find((line) => isLowered(line) && line.unitCost !== null && big(line.total).minus(line.tax).lt(big(line.unitCost).times(line.quantity))) ?? null;
}

function isLowered({ quantity, unitPrice, listPrice, lineDiscount, ticketDiscount }: SoldLine): boolean {
  if (!big(quantity).gt(0)) return false;
  return !isZero(lineDiscount) || !isZero(ticketDiscount) || (listPrice !== null && big(unitPrice).lt(listPrice));
}
