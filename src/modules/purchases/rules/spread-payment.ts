import { big, compare, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";

export interface OpenBill {
  id: string;
  /** What is still owed of it. */
  due: Decimal;
}

export interface Allocation {
  purchaseId: string;
  amount: Decimal;
}

/** A payment over open bills in their order, each up to what it is owed. What is left over pays nothing yet: it stays in the account. */
export function spreadPayment(amount: Decimal, bills: readonly OpenBill[]): Allocation[] {
  let left = big(amount);
  return bills.flatMap(({ id, due }) => {
    const part = left.lt(due) ? left : big(due);
    if (compare(part, "0") <= 0) return [];
    left = left.minus(part);
    return [{ purchaseId: id, amount: roundMoney(part) }];
  });
}
