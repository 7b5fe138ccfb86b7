import type { Cell } from "@/platform/spreadsheet/cell.ts";
import type { NumberStyle } from "./import-values.ts";

type Sign = "," | ".";

/**
 * Finds a column's decimal sign from all its text cells; number cells need none. "1.234" alone proves nothing: the column's
 * other cells decide, then the shop's locale, and what stays open is counted as ambiguous.
 */
export function detectNumberStyle(cells: Iterable<Cell | undefined>, localeDecimal: Sign): NumberStyle {
  const proofs: Record<Sign, number> = { ",": 0, ".": 0 };
  const open: Record<Sign, number> = { ",": 0, ".": 0 };
  let sample: string | null = null;
  for (const cell of cells) {
    if (cell?.kind !== "text") continue;
    const ambiguousSign = groupLikeSign(cell.text);
    if (ambiguousSign !== null) {
      open[ambiguousSign] += 1;
      sample ??= cell.text.trim();
      continue;
    }
    const proof = provenSign(cell.text);
    if (proof !== null) proofs[proof] += 1;
  }
  const mixed = proofs[","] > 0 && proofs["."] > 0;
  const proven = proofs[","] !== proofs["."];
  const decimal = proven ? (proofs[","] > proofs["."] ? "," : ".") : localeDecimal;
  return { decimal, certain: proven && !mixed, mixed, ambiguous: open[","] + open["."], sample };
}

/** The sign of a text that reads both as thousands and as three decimals ("1.234"); null when it reads in one way only. */
export function groupLikeSign(text: string): Sign | null {
  const [, sign] = /^[1-9]\d{0,2}([.,])\d{3}$/.exec(bare(text)) ?? [];
  return sign === "," || sign === "." ? sign : null;
}

/** The decimal sign that a text proves by its own form. */
function provenSign(text: string): Sign | null {
  const digits = bare(text);
  if (!/^\d[\d.,]*$/.test(digits)) return null;
  const comma = digits.lastIndexOf(",");
  const point = digits.lastIndexOf(".");
  if (comma < 0 && point < 0) return null;
  if (comma >= 0 && point >= 0) return comma > point ? "," : ".";
  const sign: Sign = comma >= 0 ? "," : ".";
  // "1.234.567" groups with points, so the other sign is the decimal one.
  return digits.indexOf(sign) === digits.lastIndexOf(sign) ? sign : sign === "," ? "." : ",";
}

function bare(text: string): string {
  return text.replace(/[\s$%()-]/g, "").replace(/^(ARS|USD|U\$?S|US|R)/i, "");
}
