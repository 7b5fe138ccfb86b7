import { big, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";

/** Payments with what their methods themselves added: the missing coins, which the last payment in cash took off, stand in a line of their own. */
export function ownAdjustments<T extends { method: string; adjustment: Decimal }>(payments: readonly T[], rounding: Decimal): T[] {
  const rounded = payments.findLastIndex(({ method }) => method === "cash");
  return payments.map((payment, i) => (i === rounded ? { ...payment, adjustment: roundMoney(big(payment.adjustment).minus(rounding)) } : payment));
}
