import type { PriceListChange } from "../schema.ts";

/** Whether a change of a list is a grave one: what a payment method adds or takes off moves every sale from then on, and is seen on no shelf. */
export function touchesMethods({ methods, installments }: Pick<PriceListChange, "methods" | "installments">): boolean {
  return methods !== undefined || installments !== undefined;
}
