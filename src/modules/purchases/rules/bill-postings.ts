import { big, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";
import type { Posting } from "@/modules/finance/rules/balance-lines.ts";
import type { PaymentWay } from "../schema.ts";

export interface BillAmounts {
  subtotal: Decimal;
  freight: Decimal;
  tax: Decimal;
  otherTaxes: Decimal;
  total: Decimal;
}

/** A bill in the books: goods with their freight and the taxes to recover against what is owed. `sign` -1 takes it back. */
export function billPostings({ subtotal, freight, tax, otherTaxes, total }: BillAmounts, sign: 1 | -1): Posting[] {
  return signed([
    { account: "stock", amount: roundMoney(big(subtotal).plus(freight)) },
    { account: "vat_credit", amount: tax },
    { account: "tax_credits", amount: otherTaxes },
    { account: "payables", amount: roundMoney(big(total).times(-1)) },
  ], sign);
}

const ACCOUNT_OF: Readonly<Record<PaymentWay, string>> = { cash: "cash", transfer: "bank", wallet: "wallets" };

/** A payment in the books: less is owed, less is there. */
export function paymentPostings(method: PaymentWay, amount: Decimal, sign: 1 | -1): Posting[] {
  return signed([{ account: "payables", amount }, { account: ACCOUNT_OF[method], amount: roundMoney(big(amount).times(-1)) }], sign);
}

function signed(postings: readonly Posting[], sign: 1 | -1): Posting[] {
  return postings.map(({ account, amount }) => ({ account, amount: roundMoney(big(amount).times(sign)) }));
}
