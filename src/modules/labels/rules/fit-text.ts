/** Width of a text in its own font size: 0.5 is half as wide as the letters are high. */
export type Measure = (text: string, bold: boolean) => number;

export interface FittedText {
  /** Font size; in the unit of the box. */
  size: number;
  lines: string[];
}

interface FitPlan {
  width: number;
  height: number;
  bold: boolean;
  /** Font sizes to choose from. */
  largest: number;
  smallest: number;
  mostLines: number;
}

/** From line to line, in font sizes; ascender and descender of the paper's font together are less. */
export const LEADING = 1.15;
/** How far one line may shrink before two are tried. */
const ONE_LINE = 0.75;
const STEP = 0.96;

/** A name in a box: it shrinks a little, then takes more lines, then shrinks to the smallest size, then ends in "…". Never beyond the box. */
export function fitText(text: string, plan: FitPlan, measure: Measure): FittedText {
  for (let lines = 1; lines <= plan.mostLines; lines += 1) {
    const floor = lines === plan.mostLines ? plan.smallest : Math.max(plan.smallest, plan.largest * ONE_LINE);
    for (let size = Math.min(plan.largest, plan.height / (lines * LEADING)); size >= floor; size *= STEP) {
      const wrapped = wrapText(text, plan.width / size, plan.bold, measure);
      if (wrapped.length <= lines) return { size, lines: wrapped };
    }
  }
  const size = Math.min(plan.smallest, plan.height / LEADING);
  const room = Math.min(plan.mostLines, Math.max(1, Math.floor(plan.height / (size * LEADING) + 1e-9)));
  return { size, lines: cutLines(wrapText(text, plan.width / size, plan.bold, measure), room, plan.width / size, plan.bold, measure) };
}

/** Sentences that the law wants whole: they shrink as far as needed and are never cut. */
export function fitSentences(sentences: readonly string[], plan: Omit<FitPlan, "smallest" | "mostLines">, measure: Measure): FittedText {
  for (let size = plan.largest; ; size *= STEP) {
    const lines = sentences.flatMap((sentence) => wrapText(sentence, plan.width / size, plan.bold, measure));
    if (lines.length * size * LEADING <= plan.height) return { size, lines };
  }
}

/** Words into lines of at most `width` font sizes; a word that is wider alone is broken. */
export function wrapText(text: string, width: number, bold: boolean, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \t\n\r]+/).filter(Boolean).flatMap((one) => breakWord(one, width, bold, measure))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer, bold) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === "" ? lines : [...lines, line];
}

function breakWord(word: string, width: number, bold: boolean, measure: Measure): string[] {
  if (measure(word, bold) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const sign of word) {
    if (part !== "" && measure(part + sign, bold) > width) {
      parts.push(part);
      part = "";
    }
    part += sign;
  }
  return [...parts, part];
}

function cutLines(lines: readonly string[], most: number, width: number, bold: boolean, measure: Measure): string[] {
  if (lines.length <= most) return [...lines];
  let last = lines.slice(most - 1).join(" ");
  while (last !== "" && measure(`${last}…`, bold) > width) last = last.slice(0, -1).trimEnd();
  return [...lines.slice(0, most - 1), `${last}…`];
}
