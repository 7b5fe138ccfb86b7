import { big, compare, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";

/** An amount on an account: positive is debit, negative is credit. */
export interface Posting {
  account: string;
  amount: Decimal;
}

export interface EntryLine {
  account: string;
  debit: Decimal;
  credit: Decimal;
}

/**
 * The lines of one entry: amounts of one account are added up, nothing is written for zero.
 * Throws when the sum is not zero: an entry that does not balance is our defect, never the shop's.
 */
export function balanceLines(postings: readonly Posting[]): EntryLine[] {
  const byAccount = new Map<string, Decimal>();
  for (const { account, amount } of postings) {
    byAccount.set(account, roundMoney(big(byAccount.get(account) ?? "0").plus(amount)));
  }
  const sum = [...byAccount.values()].reduce((total, amount) => total.plus(amount), big("0"));
  if (!sum.eq(0)) throw new Error(`Entry out of balance by ${sum.toFixed(2)}`);
  return [...byAccount]
    .filter(([, amount]) => compare(amount, "0") !== 0)
    .map(([account, amount]) =>
      compare(amount, "0") > 0 ? { account, debit: amount, credit: "0.00" } : { account, debit: "0.00", credit: roundMoney(big(amount).times(-1)) },
    );
}
