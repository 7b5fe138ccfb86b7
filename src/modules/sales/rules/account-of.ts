import type { PaymentMethod } from "../schema.ts";

/** Where the money of a method is until it moves on: of these two a debt, a customer's or the shop's. */
export const ACCOUNT_OF: Readonly<Record<PaymentMethod, string>> = {
  cash: "cash",
  debit: "cards_to_settle",
  credit: "cards_to_settle",
  transfer: "bank",
  wallet: "wallets",
  account: "receivables",
  store_credit: "store_credit",
};
