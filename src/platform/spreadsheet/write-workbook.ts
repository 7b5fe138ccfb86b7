import { writeXlsxStream, type CellValue } from "hucre";
import type { OutCell, OutRows } from "./out-cell.ts";

/** More digits than a double keeps would come back changed, so such a number goes out as text. */
const SAFE_DIGITS = 15;

/**
 * One sheet with a frozen header row. Numbers are number cells. Texts are string cells, so "=1+1" shows as written and is
 * never calculated (OWASP ASVS 5.0, 1.2.10 asks for a quote before it, which would come back as part of a product's name).
 */
export async function writeXlsx(sheetName: string, header: readonly string[], rows: OutRows): Promise<Uint8Array> {
  return new Uint8Array(await new Response(streamXlsx(sheetName, header, rows)).arrayBuffer());
}

/** The same as it is made: rows are asked for no faster than the stream is read. */
export function streamXlsx(sheetName: string, header: readonly string[], rows: OutRows): ReadableStream<Uint8Array<ArrayBuffer>> {
  return writeXlsxStream(cellRows(header, rows), {
    name: safeSheetName(sheetName),
    columns: header.map((label) => ({ width: Math.min(60, Math.max(12, label.length + 3)) })),
    freezePane: { rows: 1 },
    inlineStrings: false,
  }) as ReadableStream<Uint8Array<ArrayBuffer>>;
}

async function* cellRows(header: readonly string[], rows: OutRows): AsyncGenerator<CellValue[]> {
  yield header.map(safeText);
  for await (const row of rows) yield row.map(cellValue);
}

function cellValue(cell: OutCell): CellValue {
  if (cell === null) return null;
  if (typeof cell === "string") return safeText(cell);
  const digits = cell.number.replace(/\D/g, "").replace(/^0+/, "");
  return digits.length > SAFE_DIGITS ? cell.number : Number(cell.number);
}

/** XML 1.0 has no place for most control characters; "_x000D_" written by a person must not turn into one. */
function safeText(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "")
    .replace(/\r\n?/g, "\n")
    .replace(/_x(?=[0-9a-f]{4}_)/gi, "_x005F_x");
}

/** Excel's rules: 31 characters, none of \ / ? * [ ] :, no quote at either end, not empty. */
function safeSheetName(name: string): string {
  const bare = name.replace(/[\\/?*[\]:\p{Cc}]/gu, " ").replace(/ {2,}/g, " ").trim().replace(/^'+|'+$/g, "").slice(0, 31).trim();
  return bare === "" ? "1" : bare;
}
