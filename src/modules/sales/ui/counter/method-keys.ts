import type { CounterMethod } from "../../rules/charge-ticket.ts";

/** The letter that chooses a method while the amount is typed (UX: E, D, C, Q, T, F, V). */
export const METHOD_KEYS: Readonly<Record<CounterMethod, string>> = { cash: "E", debit: "D", credit: "C", wallet: "Q", transfer: "T", account: "F", store_credit: "V" };

/** In the order in which the counter shows them. */
export const SHOWN_METHODS: readonly CounterMethod[] = ["cash", "debit", "credit", "wallet", "transfer", "account", "store_credit"];

export function methodOfKey(key: string): CounterMethod | null {
  return SHOWN_METHODS.find((method) => METHOD_KEYS[method] === key.toUpperCase()) ?? null;
}
