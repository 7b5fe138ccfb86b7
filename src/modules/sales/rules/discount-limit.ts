import { big, compare, isZero, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";
import type { LineTotals } from "@/modules/pricing/rules/total-lines.ts";

/**
 * Whether any line is discounted by more than `maxPercent`, its own and the ticket's discount together.
 * One cent is forgiven per line: shares of a ticket discount are whole cents.
 */
export function passesDiscountLimit(lines: readonly LineTotals[], maxPercent: Decimal): boolean {
  return lines.some((line) => {
    const given = big(line.lineDiscount).plus(line.ticketDiscount).abs();
    if (isZero(given)) return false;
    const allowed = big(roundMoney(big(line.gross).abs().times(maxPercent).div(100))).plus("0.01");
    return compare(given, allowed) > 0 || isZero(maxPercent);
  });
}
