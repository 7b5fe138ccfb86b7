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

/**
 * A bill in the books: goods with their freight and the taxes to recover against what is owed. Goods that came before it stand in the books at
 * `received`, their receipts' cost: what waited for the bill is settled, and only the difference touches the goods. `sign` -1 takes it back.
 */
export function billPostings({ subtotal, freight, tax, otherTaxes, total }: BillAmounts, sign: 1 | -1, received: Decimal = "0.00"): Posting[] {
  return signed([
    { account: "stock", amount: roundMoney(big(subtotal).plus(freight).minus(received)) },
    { account: "goods_received", amount: received },
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

/** Goods in before their bill: worth their expected cost, and owed to nobody yet. `sign` -1 takes it back. */
export function receiptPostings(value: Decimal, sign: 1 | -1): Posting[] {
  return signed([{ account: "stock", amount: value }, { account: "goods_received", amount: roundMoney(big(value).times(-1)) }], sign);
}

/** Goods that went back wait for their credit note. `sign` -1 takes it back. */
export function returnPostings(value: Decimal, sign: 1 | -1): Posting[] {
  return signed([{ account: "goods_returned", amount: value }, { account: "stock", amount: roundMoney(big(value).times(-1)) }], sign);
}

/**
 * A credit note: less is owed and less VAT is recovered; it settles the goods that went back, and what it gives beyond them, or less than
 * they were worth, is a difference of purchase. `sign` -1 takes it back.
 */
export function creditNotePostings({ net, tax, total }: { net: Decimal; tax: Decimal; total: Decimal }, returned: Decimal, sign: 1 | -1): Posting[] {
  return signed([
    { account: "payables", amount: total },
    { account: "vat_credit", amount: roundMoney(big(tax).times(-1)) },
    { account: "goods_returned", amount: roundMoney(big(returned).times(-1)) },
    { account: "purchase_differences", amount: roundMoney(big(returned).minus(net)) },
  ], sign);
}

function signed(postings: readonly Posting[], sign: 1 | -1): Posting[] {
  return postings.map(({ account, amount }) => ({ account, amount: roundMoney(big(amount).times(sign)) }));
}
