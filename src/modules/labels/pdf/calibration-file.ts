import PDFDocument from "pdfkit";
import { fontName } from "@/platform/pdf/fonts.ts";
import { measureText } from "@/platform/pdf/measure-text.ts";
import { printableText } from "@/platform/pdf/printable-text.ts";
import type { Calibration } from "../rules/calibration.ts";
import { formatOf, labelsPerPage, type FormatKey, type LabelFormat } from "../rules/formats.ts";
import { placeOf } from "../rules/place-labels.ts";
import { drawFrame, POINTS_PER_MM } from "./draw-marks.ts";
import { beginPage } from "./label-file.ts";

const at = (mm: number): number => mm * POINTS_PER_MM;

/** One page with the frame of every label, a cross in each, and two rulers of 100 mm, or as much as the paper holds: what is off can be measured on it. */
export function calibrationFile(key: FormatKey, calibration: Calibration, words: { title: string; lines: readonly string[] }): PDFDocument {
  const format = formatOf(key);
  const doc = new PDFDocument({ autoFirstPage: false, info: { Title: words.title, Creator: "Mostrador" } });
  beginPage(doc, format, calibration);
  for (let n = 0; n < labelsPerPage(format); n += 1) {
    const { x, y } = placeOf(format, 1, n);
    drawFrame(doc, x, y, format.label.width, format.label.height);
    drawCross(doc, x + format.label.width / 2, y + format.label.height / 2);
  }
  drawRulers(doc, format);
  drawWords(doc, format, words.lines.map(printableText));
  doc.end();
  return doc;
}

function drawCross(doc: PDFDocument, x: number, y: number): void {
  doc.lineWidth(0.25).moveTo(at(x - 2), at(y)).lineTo(at(x + 2), at(y)).moveTo(at(x), at(y - 2)).lineTo(at(x), at(y + 2)).stroke("#999999");
}

/** From the first label's corner to the right and down, a stroke for each millimetre. */
function drawRulers(doc: PDFDocument, { page, margin, label }: LabelFormat): void {
  const right = Math.min(100, Math.floor((page.width - margin.left) / 10) * 10);
  const down = Math.min(100, Math.floor((page.height - margin.top) / 10) * 10);
  const strokeOf = (mm: number): number => (mm % 10 === 0 ? 4 : mm % 5 === 0 ? 2.6 : 1.4);
  doc.lineWidth(0.3);
  for (let mm = 0; mm <= right; mm += 1) doc.moveTo(at(margin.left + mm), at(margin.top)).lineTo(at(margin.left + mm), at(margin.top + Math.min(strokeOf(mm), label.height / 3)));
  for (let mm = 0; mm <= down; mm += 1) doc.moveTo(at(margin.left), at(margin.top + mm)).lineTo(at(margin.left + Math.min(strokeOf(mm), label.width / 3)), at(margin.top + mm));
  doc.stroke("black");
  doc.font(fontName(false)).fontSize(at(2));
  for (let mm = 10; mm <= right; mm += 10) doc.text(String(mm), at(margin.left + mm - 1), at(margin.top + 6), { lineBreak: false, baseline: "alphabetic" });
  for (let mm = 10; mm <= down; mm += 10) doc.text(String(mm), at(margin.left + 4.6), at(margin.top + mm + 0.7), { lineBreak: false, baseline: "alphabetic" });
}

/** Inside the first labels, beside the rulers. */
function drawWords(doc: PDFDocument, { margin, label }: LabelFormat, lines: readonly string[]): void {
  const room = label.width - 11;
  const size = Math.min(3, ...lines.map((line) => room / measureText(line, false)), (label.height - 9) / (lines.length * 1.3));
  doc.font(fontName(false)).fontSize(at(size));
  for (const [i, line] of lines.entries()) doc.text(line, at(margin.left + 9), at(margin.top + 9 + (i + 0.8) * size * 1.3), { lineBreak: false, baseline: "alphabetic" });
}
