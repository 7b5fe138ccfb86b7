import type { LabelFormat } from "./formats.ts";
import { fitSentences, fitText, LEADING, type FittedText, type Measure } from "./fit-text.ts";
import { matrixModule, modulesAcross, moduleWidth, type Symbol } from "./symbol.ts";

/** A stroke of the paper; millimetres from the label's upper left corner. */
export type Mark =
  | { kind: "text"; x: number; /** Of the line on which letters stand. */ y: number; size: number; width: number; bold: boolean; text: string }
  | { kind: "rects"; /** x, y, width, height each. */ rects: readonly (readonly [number, number, number, number])[] };

export interface LabelWords {
  name: string;
  price: string;
  /** Price per measure, price without taxes: smaller than the price, and whole. */
  facts: readonly string[];
  /** Own code, date; the first to go where there is no room. */
  small: string | null;
  symbol: Symbol | null;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** From the top of a line to where its letters stand, in font sizes. */
const ASCENT = 0.84;
const SMALL_LINE = 2.1;
/** Wide enough for a symbol with words beside it. */
const WIDE = 58;
const GAP = 1;
/** Between the words and the bars below them. */
const AIR = 0.5;

/** What stands where on one label. Nothing leaves the label's padding, whatever the words are. */
export function composeLabel(format: LabelFormat, words: LabelWords, measure: Measure): Mark[] {
  const { label, padding } = format;
  const box = { x: padding.x, y: padding.y, width: label.width - 2 * padding.x, height: label.height - 2 * padding.y };
  return box.width >= WIDE ? composeWide(box, format.medium, words, measure) : composeNarrow(box, format.medium, words, measure);
}

/** Name; price across; below, the symbol on the left and the small words on its right. */
function composeWide(box: Box, medium: LabelFormat["medium"], words: LabelWords, measure: Measure): Mark[] {
  const [name, price, below] = rows(box, [0.26, 0.36, 0.38]);
  const symbol = drawSymbol({ ...below!, width: below!.width * 0.6 }, medium, words, measure);
  const used = symbol.width === 0 ? 0 : symbol.width + GAP;
  const beside = { ...below!, x: below!.x + used, width: below!.width - used };
  const smallHeight = words.small === null ? 0 : SMALL_LINE * LEADING;
  return [
    ...drawName(name!, words.name, measure),
    ...drawPrice(price!, words.price, measure),
    ...symbol.marks,
    ...drawFacts({ ...beside, height: beside.height - smallHeight }, words.facts, measure, Math.max(2.4, box.height * 0.06)),
    ...drawSmall({ ...beside, y: beside.y + beside.height - smallHeight, height: smallHeight }, words.small, measure),
  ];
}

/** Name; price with the small words beside it, or below it where the label is nearly square; the symbol; code and date last. */
function composeNarrow(box: Box, medium: LabelFormat["medium"], words: LabelWords, measure: Measure): Mark[] {
  const smallHeight = words.small === null || box.height < 20 ? 0 : SMALL_LINE * LEADING;
  const symbolHeight = words.symbol === null ? 0 : words.symbol.kind === "matrix" ? box.height * 0.45 : box.height * 0.37;
  const name = { ...box, height: box.height * 0.24 };
  const middle = { ...box, y: box.y + name.height, height: box.height - name.height - symbolHeight - smallHeight };
  const [price, facts] = split(middle, words.facts.length, box.width / box.height > 1.7);
  const below = { ...box, y: middle.y + middle.height, height: symbolHeight };
  return [
    ...drawName(name, words.name, measure),
    ...drawPrice(price, words.price, measure),
    ...drawFacts(facts, words.facts, measure, 2.2),
    ...drawSymbol({ ...below, y: below.y + AIR, height: Math.max(0, below.height - AIR) }, medium, words, measure).marks,
    ...drawSmall({ ...box, y: box.y + box.height - smallHeight, height: smallHeight }, words.small, measure),
  ];
}

function rows(box: Box, shares: readonly number[]): Box[] {
  let y = box.y;
  return shares.map((share) => {
    const row = { ...box, y, height: box.height * share };
    y += row.height;
    return row;
  });
}

function split(box: Box, facts: number, beside: boolean): [Box, Box] {
  if (facts === 0) return [box, { ...box, height: 0 }];
  if (!beside) return rows(box, [0.58, 0.42]) as [Box, Box];
  const width = box.width * 0.56;
  return [{ ...box, width }, { ...box, x: box.x + width + GAP, width: box.width - width - GAP }];
}

function drawLines({ size, lines }: FittedText, box: Box, bold: boolean, measure: Measure): Mark[] {
  return lines.map((text, i) => ({ kind: "text", x: box.x, y: box.y + i * size * LEADING + size * ASCENT, size, width: measure(text, bold) * size, bold, text }));
}

function drawName(box: Box, text: string, measure: Measure): Mark[] {
  const fitted = fitText(text, { width: box.width, height: box.height, bold: false, largest: Math.min(6.5, box.height * 0.62), smallest: 1.9, mostLines: box.height >= 14 ? 3 : 2 }, measure);
  return drawLines(fitted, box, false, measure);
}

/** As large as it goes, on one line, in the middle of its row. */
function drawPrice(box: Box, text: string, measure: Measure): Mark[] {
  const size = Math.min(box.height / 1.05, box.width / measure(text, true));
  // Figures are 0.72 of the size high and the comma hangs 0.16 below them: both together stand in the middle.
  return [{ kind: "text", x: box.x, y: box.y + (box.height + size * (0.72 - 0.16)) / 2, size, width: measure(text, true) * size, bold: true, text }];
}

function drawFacts(box: Box, facts: readonly string[], measure: Measure, largest: number): Mark[] {
  if (facts.length === 0) return [];
  const fitted = fitSentences(facts, { width: box.width, height: box.height, bold: false, largest }, measure);
  const free = (box.height - fitted.lines.length * fitted.size * LEADING) / 2;
  return drawLines(fitted, { ...box, y: box.y + free }, false, measure);
}

function drawSmall(box: Box, text: string | null, measure: Measure): Mark[] {
  if (text === null || box.height === 0) return [];
  return drawLines(fitText(text, { width: box.width, height: box.height, bold: false, largest: SMALL_LINE, smallest: 1.5, mostLines: 1 }, measure), box, false, measure);
}

/** The symbol at the left of the box, its number below the bars; nothing where a scanner could not read it. */
function drawSymbol(box: Box, medium: LabelFormat["medium"], { symbol }: LabelWords, measure: Measure): { marks: Mark[]; width: number } {
  if (symbol === null || box.height === 0) return { marks: [], width: 0 };
  if (symbol.kind === "matrix") return drawMatrix(box, medium, symbol);
  const module = moduleWidth(symbol, box.width, medium);
  if (module === null) return { marks: [], width: 0 };
  const width = modulesAcross(symbol) * module;
  const size = Math.min(2.4, box.height * 0.24, ((width - (symbol.quiet[0] + symbol.quiet[1]) * module) * 1.1) / measure(symbol.text, false));
  const height = box.height - size * LEADING;
  const rects: [number, number, number, number][] = [];
  let at = box.x + symbol.quiet[0] * module;
  for (const [i, modules] of symbol.widths.entries()) {
    if (i % 2 === 0) rects.push([at, box.y, modules * module, height]);
    at += modules * module;
  }
  const textWidth = measure(symbol.text, false) * size;
  const centre = box.x + symbol.quiet[0] * module + ((modulesAcross(symbol) - symbol.quiet[0] - symbol.quiet[1]) * module) / 2;
  const text: Mark = { kind: "text", x: Math.max(box.x, centre - textWidth / 2), y: box.y + height + size * 0.95, size, width: textWidth, bold: false, text: symbol.text };
  return { marks: [{ kind: "rects", rects }, text], width };
}

function drawMatrix(box: Box, medium: LabelFormat["medium"], symbol: Extract<Symbol, { kind: "matrix" }>): { marks: Mark[]; width: number } {
  const module = matrixModule(symbol, Math.min(box.width, box.height), medium);
  if (module === null) return { marks: [], width: 0 };
  const rects: [number, number, number, number][] = [];
  for (let row = 0; row < symbol.size; row += 1) {
    for (let column = 0; column < symbol.size; column += 1) {
      let run = 0;
      while (column + run < symbol.size && symbol.dark[row * symbol.size + column + run]) run += 1;
      // Neighbours in one stroke: seams between them would show on screens.
      if (run > 0) rects.push([box.x + (symbol.quiet + column) * module, box.y + (symbol.quiet + row) * module, run * module, module]);
      column += run;
    }
  }
  return { marks: [{ kind: "rects", rects }], width: modulesAcross(symbol) * module };
}
