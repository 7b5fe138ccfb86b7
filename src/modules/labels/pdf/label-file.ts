import { setImmediate as nextTurn } from "node:timers/promises";
import PDFDocument from "pdfkit";
import type { Decimal } from "@/kernel/decimal.ts";
import { formatDate } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { measureText } from "@/platform/pdf/measure-text.ts";
import { printableText } from "@/platform/pdf/printable-text.ts";
import type { Calibration } from "../rules/calibration.ts";
import { chooseCode } from "../rules/choose-code.ts";
import { composeLabel, type Mark } from "../rules/compose-label.ts";
import { formatOf, type LabelFormat } from "../rules/formats.ts";
import type { LabelFacts, LabelLayout } from "../rules/label-layout.ts";
import { labelWords, type PaperWords } from "../rules/label-words.ts";
import { placeOf } from "../rules/place-labels.ts";
import { drawFrame, drawMarks, POINTS_PER_MM } from "./draw-marks.ts";
import { encodeSymbol } from "./encode-symbol.ts";

export interface LabelRow {
  facts: LabelFacts;
  price: Decimal;
  copies: number;
}

export interface LabelFile {
  title: string;
  layout: LabelLayout;
  calibration: Calibration;
  /** The day of the prices. */
  at: Date;
  rows: readonly LabelRow[];
  format: FormatStyle;
  words: PaperWords;
}

/** Labels that are drawn before other requests have their turn. */
const PER_TURN = 10;

/** What all labels of a file have in common. */
export interface LabelLook extends Pick<LabelFile, "layout" | "format" | "words"> {
  /** The day of the prices, as written. */
  date: string;
}

/** The marks of one product's label. */
export function marksOf({ facts, price }: Pick<LabelRow, "facts" | "price">, { layout, date, format, words }: LabelLook): Mark[] {
  const code = layout.symbol === "none" ? null : chooseCode(facts);
  const text = labelWords({ facts, price, date, layout }, format, words);
  const printed = { name: printableText(text.name), price: printableText(text.price), facts: text.facts.map(printableText), small: text.small && printableText(text.small) };
  return composeLabel(formatOf(layout.format), { ...printed, symbol: code && encodeSymbol(code, layout.symbol === "qr" ? "qr" : "bars") }, measureText);
}

/**
 * The file, growing while it is read. Every few labels other requests have their turn: a label takes a millisecond, a whole file of
 * 5,000 some seconds (docs/figures.md).
 */
export function labelFile(file: LabelFile): PDFDocument {
  const doc = new PDFDocument({ autoFirstPage: false, info: { Title: file.title, Creator: "Mostrador", CreationDate: file.at }, lang: file.format.locale });
  drawPages(doc, file).then(() => doc.end(), (error: unknown) => doc.destroy(error as Error));
  return doc;
}

async function drawPages(doc: PDFDocument, file: LabelFile): Promise<void> {
  const format = formatOf(file.layout.format);
  const look = { ...file, date: formatDate(file.at, file.format) };
  let page = -1;
  let n = 0;
  for (const row of file.rows) {
    const marks = marksOf(row, look);
    for (let copy = 0; copy < row.copies; copy += 1) {
      const place = placeOf(format, file.layout.start, n);
      if (place.page !== page) beginPage(doc, format, file.calibration);
      page = place.page;
      drawMarks(doc, marks, place.x, place.y);
      if (format.cut) drawFrame(doc, place.x, place.y, format.label.width, format.label.height);
      n += 1;
      if (n % PER_TURN === 0) await nextTurn();
      // Whoever asked has gone: nobody reads the rest.
      if (doc.destroyed) return;
    }
  }
}

export function beginPage(doc: PDFDocument, { page }: LabelFormat, { offsetX, offsetY, scale }: Calibration): void {
  doc.addPage({ size: [page.width * POINTS_PER_MM, page.height * POINTS_PER_MM], margin: 0 });
  doc.translate((offsetX / 100) * POINTS_PER_MM, (offsetY / 100) * POINTS_PER_MM).scale(scale / 10_000);
}
