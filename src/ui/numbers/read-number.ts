import { big, fix, isDecimal, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { parseDecimal } from "@/kernel/parse-decimal.ts";

interface ReadOptions {
  decimal: "," | ".";
  maxFraction: number;
}

/**
 * A number as typed, or a small sum: "1.234,50", "1200*1,21", "8450/2", "100+50-20" (× and ÷ before + and −).
 * A sum is rounded to `maxFraction`; a plain number with more decimals is refused. Null when it is neither.
 */
export function readNumber(text: string, { decimal, maxFraction }: ReadOptions): Decimal | null {
  const plain = parseDecimal(text, { decimal, maxFraction });
  if (plain !== null) return plain;

  const tokens = text.replace(/\s/g, "").match(/[+\-*/x×÷]|[\d.,]+/gi);
  if (!tokens || tokens.join("") !== text.replace(/\s/g, "") || tokens.length % 2 === 0 || tokens.length > 21) return null;
  const figures = tokens.filter((_, i) => i % 2 === 0).map((token) => parseDecimal(token, { decimal, maxFraction: 8 }));
  const signs = tokens.filter((_, i) => i % 2 === 1).map(operatorOf);
  if (figures.some((figure) => figure === null) || signs.some((sign) => sign === null)) return null;
  return evaluate(figures as Decimal[], signs as Operator[], maxFraction);
}

type Operator = "+" | "-" | "*" | "/";

function operatorOf(token: string): Operator | null {
  if (/^[*x×]$/i.test(token)) return "*";
  if (/^[/÷]$/.test(token)) return "/";
  return token === "+" || token === "-" ? token : null;
}

function evaluate(figures: readonly Decimal[], signs: readonly Operator[], maxFraction: number): Decimal | null {
  const terms = [big(figures[0]!)];
  for (const [i, sign] of signs.entries()) {
    const right = big(figures[i + 1]!);
    if (sign === "/" && right.eq(0)) return null;
    if (sign === "+") terms.push(right);
    else if (sign === "-") terms.push(right.times(-1));
    else terms.push(sign === "*" ? terms.pop()!.times(right) : terms.pop()!.div(right));
  }
  const sum = trimZeros(fix(terms.reduce((total, term) => total.plus(term)), maxFraction));
  return isDecimal(sum) ? sum : null;
}
