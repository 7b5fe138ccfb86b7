import { big, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";
import type { Posting } from "@/modules/finance/rules/balance-lines.ts";
import { ACCOUNT_OF } from "./account-of.ts";
import type { CashPurpose } from "./cash-purposes.ts";
import type { MethodReport } from "./count-drawer.ts";

/** What was there beyond what was expected is the shop's gain, what lacked its loss, by the account of each method. */
export function differencePostings(methods: readonly MethodReport[]): Posting[] {
  return methods.flatMap(({ method, difference }) => [{ account: ACCOUNT_OF[method], amount: difference }, { account: "cash_difference", amount: minus(difference) }]);
}

const OTHER_SIDE: Readonly<Record<CashPurpose, string | null>> = { safe: null, bank: "bank", expense: "expenses", owner: "equity" };

/** Cash that goes to the shop's own safe stays cash of the shop: nothing is posted. */
export function cashPostings(purpose: CashPurpose, amount: Decimal): Posting[] {
  const other = OTHER_SIDE[purpose];
  return other === null ? [] : [{ account: "cash", amount: roundMoney(amount) }, { account: other, amount: minus(amount) }];
}

function minus(amount: Decimal): Decimal {
  return roundMoney(big(amount).times(-1));
}
