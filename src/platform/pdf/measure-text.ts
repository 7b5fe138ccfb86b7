import PDFDocument from "pdfkit";
import { fontName } from "./fonts.ts";

let ruler: PDFDocument | undefined;
const known = new Map<string, number>();
/** Names and prices come again and again while a file is made; the memory of them stays small. */
const MOST_KNOWN = 20_000;

/** Width of a text in font sizes, as the paper's font has it. */
export function measureText(text: string, bold: boolean): number {
  const key = `${bold ? "b" : "r"}${text}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  ruler ??= new PDFDocument({ autoFirstPage: false });
  const width = ruler.font(fontName(bold)).fontSize(1_000).widthOfString(text) / 1_000;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, width);
  return width;
}
