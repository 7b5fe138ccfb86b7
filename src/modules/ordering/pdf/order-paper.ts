import PDFDocument from "pdfkit";
import { fontName } from "@/platform/pdf/fonts.ts";
import { measureText } from "@/platform/pdf/measure-text.ts";
import { printableText } from "@/platform/pdf/printable-text.ts";

export interface OrderPaper {
  title: string;
  shop: string;
  facts: readonly (readonly [string, string])[];
  /** Code, product, quantity, cost and net, as written. */
  header: readonly string[];
  rows: readonly (readonly string[])[];
  total: readonly [string, string];
  foot: string;
  page: (now: number, of: number) => string;
  lang: string;
  at: Date;
}

// A4 in points, and where the five columns stand.
const [WIDTH, HEIGHT, MARGIN] = [595.28, 841.89, 42];
const COLUMNS = [
  { x: MARGIN, width: 82, right: false }, { x: MARGIN + 90, width: 196, right: false }, { x: MARGIN + 292, width: 92, right: true }, { x: MARGIN + 390, width: 56, right: true }, { x: MARGIN + 450, width: 61, right: true },
];
const [SIZE, LEADING, GAP] = [9, 12, 5];
const INK = "#1b1a17";
const PALE = "#6b675e";
const BOTTOM = HEIGHT - MARGIN - 24;

interface Cell {
  lines: string[];
}

/** The words of a cell in lines that fit; a word that is too long is cut where it must. */
export function wrapWords(text: string, width: number, size: number, bold = false): string[] {
  const fits = (line: string): boolean => measureText(line, bold) * size <= width;
  const lines: string[] = [];
  for (const word of printableText(text).split(/\s+/).filter(Boolean)) {
    const joined = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && fits(joined)) lines[lines.length - 1] = joined;
    else lines.push(word);
    for (let last = lines.at(-1)!; !fits(last); last = lines.at(-1)!) {
      let cut = last.length - 1;
      while (cut > 1 && !fits(last.slice(0, cut))) cut -= 1;
      lines.splice(-1, 1, last.slice(0, cut), last.slice(cut));
    }
  }
  return lines.length === 0 ? [""] : lines;
}

/** An order on A4 sheets: whose it is, what is asked for, and what it comes to. The heading of the table stands on each sheet. */
export function orderPaper(paper: OrderPaper): PDFDocument {
  const doc = new PDFDocument({ autoFirstPage: false, info: { Title: paper.title, Creator: "Mostrador", CreationDate: paper.at }, lang: paper.lang });
  const rows = paper.rows.map((row) => row.map((text, i): Cell => ({ lines: wrapWords(text, COLUMNS[i]!.width, SIZE) })));
  const sheets = layOut(rows, headHeight(paper));
  sheets.forEach((sheet, n) => {
    doc.addPage({ size: [WIDTH, HEIGHT], margin: 0 });
    let y = n === 0 ? drawHead(doc, paper) : MARGIN;
    y = drawHeading(doc, paper.header, y);
    for (const row of sheet) y = drawRow(doc, row, y);
    if (n === sheets.length - 1) drawTotal(doc, paper, y);
    write(doc, paper.page(n + 1, sheets.length), MARGIN, HEIGHT - MARGIN - 6, { size: 8, color: PALE });
  });
  doc.end();
  return doc;
}

const rowHeight = (row: readonly Cell[]): number => Math.max(...row.map(({ lines }) => lines.length)) * LEADING + GAP * 2;

/** Rows by sheet; the last one keeps room for the total. */
function layOut(rows: readonly Cell[][], head: number): Cell[][][] {
  const sheets: Cell[][][] = [[]];
  let y = MARGIN + head + 24;
  for (const [i, row] of rows.entries()) {
    const room = i === rows.length - 1 ? BOTTOM - 44 : BOTTOM;
    if (y + rowHeight(row) > room && sheets.at(-1)!.length > 0) {
      sheets.push([]);
      y = MARGIN + 24;
    }
    sheets.at(-1)!.push(row);
    y += rowHeight(row);
  }
  return sheets;
}

const FACT_X = MARGIN + 110;
const factLines = (text: string): string[] => wrapWords(text, WIDTH - MARGIN - FACT_X, 10);

function headHeight({ facts }: OrderPaper): number {
  return 62 + facts.reduce((sum, [, text]) => sum + factLines(text).length * 14, 0) + 14;
}

function drawHead(doc: PDFDocument, { shop, title, facts }: OrderPaper): number {
  write(doc, wrapWords(shop, WIDTH - 2 * MARGIN, 11)[0]!, MARGIN, MARGIN, { size: 11, color: PALE });
  write(doc, title, MARGIN, MARGIN + 18, { size: 20, bold: true });
  let y = MARGIN + 56;
  for (const [term, text] of facts) {
    write(doc, term, MARGIN, y, { size: 10, color: PALE });
    for (const line of factLines(text)) {
      write(doc, line, FACT_X, y, { size: 10 });
      y += 14;
    }
  }
  return y + 14;
}

function drawHeading(doc: PDFDocument, header: readonly string[], y: number): number {
  header.forEach((text, i) => place(doc, text, i, y, { size: 8, color: PALE }));
  doc.lineWidth(0.8).moveTo(MARGIN, y + 14).lineTo(WIDTH - MARGIN, y + 14).stroke(INK);
  return y + 16;
}

function drawRow(doc: PDFDocument, row: readonly Cell[], y: number): number {
  row.forEach(({ lines }, i) => lines.forEach((line, n) => place(doc, line, i, y + GAP + n * LEADING, { size: SIZE })));
  const end = y + rowHeight(row);
  doc.lineWidth(0.3).moveTo(MARGIN, end).lineTo(WIDTH - MARGIN, end).stroke("#c9c4b8");
  return end;
}

function drawTotal(doc: PDFDocument, { total: [term, amount], foot }: OrderPaper, y: number): void {
  const text = `${term}  ${amount}`;
  write(doc, text, WIDTH - MARGIN - measureText(printableText(text), true) * 12, y + 12, { size: 12, bold: true });
  write(doc, foot, WIDTH - MARGIN - measureText(printableText(foot), false) * 8, y + 30, { size: 8, color: PALE });
}

interface Ink {
  size: number;
  bold?: boolean;
  color?: string;
}

function place(doc: PDFDocument, text: string, column: number, y: number, ink: Ink): void {
  const { x, width, right } = COLUMNS[column]!;
  write(doc, text, right ? x + width - measureText(printableText(text), ink.bold ?? false) * ink.size : x, y, ink);
}

function write(doc: PDFDocument, text: string, x: number, y: number, { size, bold = false, color = INK }: Ink): void {
  doc.font(fontName(bold)).fontSize(size).fillColor(color).text(printableText(text), x, y, { lineBreak: false });
}
