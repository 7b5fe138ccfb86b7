import PDFDocument from "pdfkit";
import { fontName } from "./fonts.ts";
import { measureText } from "./measure-text.ts";
import { printableText } from "./printable-text.ts";

export interface Column {
  header: string;
  /** In points; all of a paper's columns have 487 to share, and what they leave lies between them. */
  width: number;
  /** Figures stand at the right. */
  right: boolean;
}

export interface TablePaper {
  title: string;
  /** Whose paper it is, small above the title. */
  from: string;
  facts: readonly (readonly [string, string])[];
  columns: readonly Column[];
  /** A text for each column, as written. */
  rows: readonly (readonly string[])[];
  /** What it comes to; the last one stands out. */
  totals: readonly (readonly [string, string])[];
  /** Small, below the totals. */
  foot: readonly string[];
  /** Beside the title: what kind of paper this one is. */
  stamp?: string;
  page: (now: number, of: number) => string;
  lang: string;
  at: Date;
}

// A4 in points.
const [WIDTH, HEIGHT, MARGIN] = [595.28, 841.89, 42];
const [SIZE, LEADING, GAP] = [9, 12, 5];
const INK = "#1b1a17";
const PALE = "#6b675e";
/** From one total to the next, and from one line of the foot to the next. */
const [LINE, FOOT_LINE] = [15, 11];
const BOTTOM = HEIGHT - MARGIN - 24;
/** What the largest total takes, with room before it. */
const AMOUNT_WIDTH = 124;

interface Cell {
  lines: string[];
}

type Placed = Column & { x: number };

/** The columns of a paper about goods, by their headers. */
export function goodsColumns([code, product, quantity, price, amount]: readonly [string, string, string, string, string]): Column[] {
  return [
    { header: code, width: 82, right: false }, { header: product, width: 196, right: false }, { header: quantity, width: 92, right: true },
    { header: price, width: 56, right: true }, { header: amount, width: 61, right: true },
  ];
}

/** The columns across the sheet, the same gap between each two. */
function placed(columns: readonly Column[]): Placed[] {
  const gap = (WIDTH - 2 * MARGIN - columns.reduce((sum, { width }) => sum + width, 0)) / (columns.length - 1);
  let x = MARGIN;
  return columns.map((column) => {
    const here = { ...column, x };
    x += column.width + gap;
    return here;
  });
}

/** The words of a cell in lines that fit; a word that is too long is cut where it must. */
function wrapWords(text: string, width: number, size: number, bold = false): string[] {
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

/** A table on A4 sheets: whose it is, its rows, and what they come to. The heading of the table stands on each sheet. */
export function tablePaper(paper: TablePaper): PDFDocument {
  const doc = new PDFDocument({ autoFirstPage: false, info: { Title: paper.title, Creator: "Mostrador", CreationDate: paper.at }, lang: paper.lang });
  const columns = placed(paper.columns);
  const rows = paper.rows.map((row) => row.map((text, i): Cell => ({ lines: wrapWords(text, columns[i]!.width, SIZE) })));
  const sheets = layOut(rows, headHeight(paper), tailHeight(paper));
  sheets.forEach((sheet, n) => {
    doc.addPage({ size: [WIDTH, HEIGHT], margin: 0 });
    let y = n === 0 ? drawHead(doc, paper) : MARGIN;
    y = drawHeading(doc, columns, y);
    for (const row of sheet) y = drawRow(doc, columns, row, y);
    if (n === sheets.length - 1) drawTotals(doc, paper, y);
    write(doc, paper.page(n + 1, sheets.length), MARGIN, HEIGHT - MARGIN - 6, { size: 8, color: PALE });
  });
  doc.end();
  return doc;
}

const rowHeight = (row: readonly Cell[]): number => Math.max(...row.map(({ lines }) => lines.length)) * LEADING + GAP * 2;

/** Rows by sheet; the last one keeps `tail` for the totals. */
function layOut(rows: readonly Cell[][], head: number, tail: number): Cell[][][] {
  const sheets: Cell[][][] = [[]];
  let y = MARGIN + head + 24;
  for (const [i, row] of rows.entries()) {
    const room = i === rows.length - 1 ? BOTTOM - tail : BOTTOM;
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

function headHeight({ facts }: TablePaper): number {
  return 62 + facts.reduce((sum, [, text]) => sum + factLines(text).length * 14, 0) + 14;
}

function drawHead(doc: PDFDocument, { from, title, facts, stamp }: TablePaper): number {
  write(doc, wrapWords(from, WIDTH - 2 * MARGIN, 11)[0]!, MARGIN, MARGIN, { size: 11, color: PALE });
  write(doc, title, MARGIN, MARGIN + 18, { size: 20, bold: true });
  if (stamp) atRight(doc, stamp, WIDTH - MARGIN, MARGIN + 18, { size: 20, bold: true, color: PALE });
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

function drawHeading(doc: PDFDocument, columns: readonly Placed[], y: number): number {
  for (const column of columns) place(doc, column.header, column, y, { size: 8, color: PALE });
  doc.lineWidth(0.8).moveTo(MARGIN, y + 14).lineTo(WIDTH - MARGIN, y + 14).stroke(INK);
  return y + 16;
}

function drawRow(doc: PDFDocument, columns: readonly Placed[], row: readonly Cell[], y: number): number {
  row.forEach(({ lines }, i) => lines.forEach((line, n) => place(doc, line, columns[i]!, y + GAP + n * LEADING, { size: SIZE })));
  const end = y + rowHeight(row);
  doc.lineWidth(0.3).moveTo(MARGIN, end).lineTo(WIDTH - MARGIN, end).stroke("#c9c4b8");
  return end;
}

const tailHeight = ({ totals, foot }: TablePaper): number => 18 + totals.length * LINE + foot.length * FOOT_LINE;

function drawTotals(doc: PDFDocument, { totals, foot }: TablePaper, y: number): void {
  totals.forEach(([term, amount], i) => {
    const ink = i === totals.length - 1 ? { size: 12, bold: true } : { size: 9 };
    const top = y + 12 + i * LINE;
    atRight(doc, amount, WIDTH - MARGIN, top, ink);
    atRight(doc, term, WIDTH - MARGIN - AMOUNT_WIDTH, top, ink);
  });
  foot.forEach((text, i) => atRight(doc, text, WIDTH - MARGIN, y + 16 + totals.length * LINE + i * FOOT_LINE, { size: 8, color: PALE }));
}

interface Ink {
  size: number;
  bold?: boolean;
  color?: string;
}

function atRight(doc: PDFDocument, text: string, right: number, y: number, ink: Ink): void {
  write(doc, text, right - measureText(printableText(text), ink.bold ?? false) * ink.size, y, ink);
}

function place(doc: PDFDocument, text: string, { x, width, right }: Placed, y: number, ink: Ink): void {
  if (right) atRight(doc, text, x + width, y, ink);
  else write(doc, text, x, y, ink);
}

function write(doc: PDFDocument, text: string, x: number, y: number, { size, bold = false, color = INK }: Ink): void {
  doc.font(fontName(bold)).fontSize(size).fillColor(color).text(printableText(text), x, y, { lineBreak: false });
}
