import type { Decimal } from "@/kernel/decimal.ts";
import type { SaleRules } from "@/modules/pricing/rules/list-rules.ts";

/** The coin that a method is rounded to; null: to the cent. */
export function coinOf(method: string, { coin = null }: Pick<SaleRules, "coin">): Decimal | null {
  return method === "cash" ? coin : null;
}

/**
 * What a payment method adds to the part of a sale that it pays, in percent ("-10": ten less); null when so many instalments are not
 * offered. A list without a table of instalments takes any number at the card's own percent.
 */
export function methodPercent({ methods, installments }: Pick<SaleRules, "methods" | "installments">, method: string, count = 1): Decimal | null {
  const own = Object.hasOwn(methods, method) ? methods[method]! : "0";
  if (count === 1 || installments.length === 0) return own;
  return installments.find((each) => each.count === count)?.percent ?? null;
}
