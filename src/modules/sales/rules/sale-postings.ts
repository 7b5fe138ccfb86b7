import { big, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";
import type { Posting } from "@/modules/finance/rules/balance-lines.ts";
import { ACCOUNT_OF } from "./account-of.ts";
import type { ComposedSale } from "./compose-sale.ts";

/** The entry of a sale: money in and change out, sales net of VAT before coins were missing, what those took off, VAT owed, and the goods at cost out of stock. */
export function salePostings(sale: ComposedSale): Posting[] {
  return [
    ...sale.payments.map(({ method, amount }) => ({ account: ACCOUNT_OF[method], amount })),
    { account: "cash", amount: minus(sale.change) },
    { account: "sales", amount: roundMoney(big(sale.rounding).minus(sale.net)) },
    { account: "cash_rounding", amount: minus(sale.rounding) },
    { account: "vat_debit", amount: minus(sale.tax) },
    { account: "cost_of_sales", amount: sale.cost },
    { account: "stock", amount: minus(sale.cost) },
  ];
}

function minus(amount: Decimal): Decimal {
  return roundMoney(big(amount).times(-1));
}
