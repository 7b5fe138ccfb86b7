import { big, compare, fix, isZero, type Decimal } from "@/kernel/decimal.ts";

/** How a figure stands against its comparison: no basis, equal, or more or less by a whole percentage. */
export type Change = { kind: "none" } | { kind: "same" } | { kind: "more" | "less"; percent: Decimal };

export function describeChange(now: Decimal, then: Decimal): Change {
  if (isZero(then)) return { kind: "none" };
  const percent = fix(big(now).minus(then).times(100).div(big(then).abs()).abs(), 0);
  if (isZero(percent)) return { kind: "same" };
  return { kind: compare(now, then) > 0 ? "more" : "less", percent };
}
