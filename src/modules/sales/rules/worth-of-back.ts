import { big, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";

/** A sold line as the counter knows it: what it came to, and what of its quantity has not come back yet. */
export interface LineLeft {
  quantity: Decimal;
  left: Decimal;
  total: Decimal;
  tax: Decimal;
}

/** What of a line's total, or of the VAT in it, lies between what came back before and what does with this: to the cent what the server takes back. */
export function worthOfBack(line: LineLeft, count: Decimal, of: "total" | "tax" = "total"): Decimal {
  const before = big(line.quantity).minus(line.left);
  const upTo = (part: typeof before): Decimal => roundMoney(big(line[of]).times(part).div(line.quantity));
  return roundMoney(big(upTo(before.plus(count))).minus(upTo(before)));
}
