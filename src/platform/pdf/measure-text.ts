import PDFDocument from "pdfkit";
import { fontName } from "./fonts.ts";

let ruler: PDFDocument | undefined;
/** Advance of each letter and of each pair of letters, which kerning draws together; as many as the encoding has, at most. */
const advances = { regular: new Map<string, number>(), bold: new Map<string, number>() };

/** Width of a text in font sizes, as the paper's font has it. Letters are asked of the font once: a file of labels measures millions. */
export function measureText(text: string, bold: boolean): number {
  const known = bold ? advances.bold : advances.regular;
  let width = 0;
  for (let i = 0; i < text.length; i += 1) {
    width += advance(known, text[i]!, bold);
    if (i > 0) width += advance(known, text[i - 1]! + text[i]!, bold) - advance(known, text[i - 1]!, bold) - advance(known, text[i]!, bold);
  }
  return width;
}

function advance(known: Map<string, number>, letters: string, bold: boolean): number {
  const found = known.get(letters);
  if (found !== undefined) return found;
  ruler ??= new PDFDocument({ autoFirstPage: false });
  const width = ruler.font(fontName(bold)).fontSize(1_000).widthOfString(letters) / 1_000;
  known.set(letters, width);
  return width;
}
