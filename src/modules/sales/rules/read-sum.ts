import { big, compare, fix, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { parseDecimal, type DecimalStyle } from "@/kernel/parse-decimal.ts";

const STEP = /([+\-*/]?)([^+\-*/]+)/g;

/**
 * A number as it is typed at the till, or a short sum of numbers ("1200*1,21", "8450/2", "100+50*2"; × and ÷ before + and −).
 * A result is rounded half-up to `scale` decimals; a plain number with more than that is refused, as is anything negative.
 */
export function readSum(text: string, decimal: DecimalStyle["decimal"], scale: number): Decimal | null {
  const bare = text.trim();
  const plain = parseDecimal(bare, { decimal, maxFraction: scale });
  if (plain !== null) return plain.startsWith("-") ? null : plain;
  if (!/^[\d.,\s]+([+\-*/][\d.,\s]+){1,8}$/.test(bare)) return null;

  const terms: Decimal[] = [];
  for (const [, sign, figure] of bare.matchAll(STEP)) {
    const value = parseDecimal(figure!, { decimal });
    if (value === null) return null;
    const last = terms.at(-1) ?? "0";
    if (sign === "*") terms[terms.length - 1] = big(last).times(value).toFixed();
    else if (sign === "/" && compare(value, "0") === 0) return null;
    else if (sign === "/") terms[terms.length - 1] = big(last).div(value).toFixed();
    else terms.push(sign === "-" ? `-${value}` : value);
  }
  const result = fix(terms.reduce((sum, term) => sum.plus(term), big("0")), scale);
  return result.startsWith("-") ? null : trimZeros(result);
}
