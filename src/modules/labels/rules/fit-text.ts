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
  const words = wordsOf(text, plan.bold, measure);
  for (let lines = 1; lines <= plan.mostLines; lines += 1) {
    const floor = lines === plan.mostLines ? plan.smallest : Math.max(plan.smallest, plan.largest * ONE_LINE);
    for (let size = Math.min(plan.largest, plan.height / (lines * LEADING)); size >= floor; size *= STEP) {
      const wrapped = wrapWords(words, plan.width / size, plan.bold, measure);
      if (wrapped.length <= lines) return { size, lines: wrapped };
    }
  }
  const size = Math.min(plan.smallest, plan.height / LEADING);
  const room = Math.min(plan.mostLines, Math.max(1, Math.floor(plan.height / (size * LEADING) + 1e-9)));
  return { size, lines: cutLines(wrapWords(words, plan.width / size, plan.bold, measure), room, plan.width / size, plan.bold, measure) };
}

/** Sentences that the law wants whole: they shrink as far as needed and are never cut. */
export function fitSentences(sentences: readonly string[], plan: Omit<FitPlan, "smallest" | "mostLines">, measure: Measure): FittedText {
  const words = sentences.map((sentence) => wordsOf(sentence, plan.bold, measure));
  for (let size = plan.largest; ; size *= STEP) {
    const lines = words.flatMap((sentence) => wrapWords(sentence, plan.width / size, plan.bold, measure));
    if (lines.length * size * LEADING <= plan.height) return { size, lines };
  }
}

interface Word {
  text: string;
  width: number;
}

function wordsOf(text: string, bold: boolean, measure: Measure): Word[] {
  return text.split(/[ \t\n\r]+/).filter(Boolean).map((word) => ({ text: word, width: measure(word, bold) }));
}

/** Words into lines of at most `room` font sizes; a word that is wider alone is broken. */
function wrapWords(words: readonly Word[], room: number, bold: boolean, measure: Measure): string[] {
  const space = measure(" ", bold);
  const lines: string[] = [];
  let [line, used] = ["", 0];
  for (const word of words.flatMap((one) => (one.width <= room ? [one] : breakWord(one.text, room, bold, measure)))) {
    const longer = line === "" ? word.width : used + space + word.width;
    if (line !== "" && longer > room) {
      lines.push(line);
      [line, used] = [word.text, word.width];
    } else [line, used] = [line === "" ? word.text : `${line} ${word.text}`, longer];
  }
  return line === "" ? lines : [...lines, line];
}

function breakWord(word: string, room: number, bold: boolean, measure: Measure): Word[] {
  const parts: string[] = [];
  let part = "";
  for (const sign of word) {
    if (part !== "" && measure(part + sign, bold) > room) {
      parts.push(part);
      part = "";
    }
    part += sign;
  }
  return [...parts, part].map((text) => ({ text, width: measure(text, bold) }));
}

function cutLines(lines: readonly string[], most: number, width: number, bold: boolean, measure: Measure): string[] {
  if (lines.length <= most) return [...lines];
  let last = lines.slice(most - 1).join(" ");
  while (last !== "" && measure(`${last}…`, bold) > width) last = last.slice(0, -1).trimEnd();
  return [...lines.slice(0, most - 1), `${last}…`];
}
