import { big, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";
import type { Posting } from "@/modules/finance/rules/balance-lines.ts";
import { ACCOUNT_OF } from "./account-of.ts";
import type { MethodAmount } from "./share-refund.ts";

interface Amounts {
  total: Decimal;
  tax: Decimal;
  cost: Decimal;
}

/** The opposite of what a sale posted: money out, sales and VAT off, goods back at the cost they left with. */
export function returnPostings({ total, tax, cost }: Amounts, refunds: readonly MethodAmount[]): Posting[] {
  return [
    ...refunds.map(({ method, amount }) => ({ account: ACCOUNT_OF[method], amount: minus(amount) })),
    { account: "sales", amount: roundMoney(big(total).minus(tax)) },
    { account: "vat_debit", amount: tax },
    { account: "stock", amount: cost },
    { account: "cost_of_sales", amount: minus(cost) },
  ];
}

function minus(amount: Decimal): Decimal {
  return roundMoney(big(amount).times(-1));
}
