import { trimZeros } from "@/kernel/decimal.ts";
import { formatNumber, formatPercent } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { QuantityBreak } from "@/modules/pricing/rules/quantity-break.ts";

/** What the words of a quantity break are filled with: "from 12: −5 %". */
export function breakWords({ from, percent }: QuantityBreak, format: FormatStyle): { from: string; percent: string; sign: "minus" | "plus" } {
  return { from: formatNumber(trimZeros(from), format), percent: formatPercent(trimZeros(percent.replace("-", "")), format), sign: percent.startsWith("-") ? "minus" : "plus" };
}
