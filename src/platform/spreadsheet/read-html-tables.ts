import { fromHtml } from "hucre";
import type { Sheet } from "./cell.ts";
import { convertSheet } from "./convert-sheet.ts";
import { FileProblem } from "./file-problem.ts";
import type { Budget } from "./grid.ts";

/** HTML 4.01, 24.2: names that old programs write into the tables which they call ".xls". */
const LATIN = {
  nbsp: "\u00a0", iexcl: "¡", iquest: "¿", deg: "°", ordm: "º", ordf: "ª", frac12: "½", frac14: "¼", frac34: "¾", euro: "€", reg: "®", quot: '"',
  aacute: "á", eacute: "é", iacute: "í", oacute: "ó", uacute: "ú", ntilde: "ñ", uuml: "ü", ccedil: "ç", atilde: "ã", otilde: "õ", acirc: "â", ecirc: "ê", ocirc: "ô",
  Aacute: "Á", Eacute: "É", Iacute: "Í", Oacute: "Ó", Uacute: "Ú", Ntilde: "Ñ", Uuml: "Ü", Ccedil: "Ç", Atilde: "Ã", Otilde: "Õ", Acirc: "Â", Ecirc: "Ê", Ocirc: "Ô",
} as const satisfies Readonly<Record<string, string>>;

/** What stands between the first table's start and the last one's end: no heads, styles or scripts before it. */
function tablesOf(html: string): string {
  const lower = html.toLowerCase();
  const start = lower.indexOf("<table");
  const end = lower.lastIndexOf("</table");
  return start < 0 ? "" : html.slice(start, end > start ? end + 8 : html.length);
}

/** Reads the tables of a page as one sheet: what many billing programs export under the name of a spreadsheet. */
export function readHtmlTables(html: string, name: string, budget: Budget): Sheet[] {
  const readable = tablesOf(html)
    .replace(/<br\b[^>]*>/gi, " ")
    .replace(/&([a-z]+\d{0,2});/gi, (whole, entity: string) => (entity in LATIN ? LATIN[entity as keyof typeof LATIN] : whole));
  try {
    return [convertSheet(fromHtml(readable, { sheetName: name, typeInference: false, classes: false }), budget)];
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem("file_unreadable");
  }
}
