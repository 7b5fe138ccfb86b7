import { SETTLED_METHODS, type SettledMethod } from "../../rules/settle-payments.ts";

/** The letter that chooses a method while the amount is typed (UX: E, D, C, Q, T). */
export const METHOD_KEYS: Readonly<Record<SettledMethod, string>> = { cash: "E", debit: "D", credit: "C", wallet: "Q", transfer: "T" };

/** In the order in which the counter shows them. */
export const SHOWN_METHODS: readonly SettledMethod[] = ["cash", "debit", "credit", "wallet", "transfer"];

export function methodOfKey(key: string): SettledMethod | null {
  return SETTLED_METHODS.find((method) => METHOD_KEYS[method] === key.toUpperCase()) ?? null;
}
