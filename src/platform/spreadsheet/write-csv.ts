import type { OutCell, OutRows } from "./out-cell.ts";

export interface CsvStyle {
  /** ";" where the decimal sign is a comma: what Excel expects there. */
  delimiter: "," | ";";
  decimal: "," | ".";
}

const BYTE_ORDER_MARK = "\ufeff";
/** OWASP ASVS 5.0, 1.2.10: a spreadsheet would run a text that starts so. */
const DANGEROUS = /^[=+\-@\t\r\0]/;
const PLAIN_NUMBER = /^-?\d+([.,]\d+)?$/;

/** RFC 4180 with a byte order mark, without which Excel takes UTF-8 for Windows-1252. */
export function writeCsv(header: readonly string[], rows: Iterable<readonly OutCell[]>, style: CsvStyle): string {
  const lines = [writeCsvRow(header, style)];
  for (const row of rows) lines.push(writeCsvRow(row, style));
  return BYTE_ORDER_MARK + lines.join("");
}

/** One line with its end: for answers that are streamed. The byte order mark goes before the first. */
export function writeCsvRow(row: readonly OutCell[], style: CsvStyle): string {
  return `${row.map((cell) => field(cell, style)).join(style.delimiter)}\r\n`;
}

/** The same as it is made: rows are asked for no faster than the stream is read. */
export function streamCsv(header: readonly string[], rows: OutRows, style: CsvStyle): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = csvPieces(header, rows, style);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel: () => void pieces.return(undefined),
  });
}

const PIECE = 16_384;

async function* csvPieces(header: readonly string[], rows: OutRows, style: CsvStyle): AsyncGenerator<string, undefined> {
  let piece = BYTE_ORDER_MARK + writeCsvRow(header, style);
  for await (const row of rows) {
    piece += writeCsvRow(row, style);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece;
  return undefined;
}

function field(cell: OutCell, { delimiter, decimal }: CsvStyle): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return cell.number.replace(".", decimal);
  const text = DANGEROUS.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell.replaceAll("\0", "")}` : cell.replaceAll("\0", "");
  return text.includes(delimiter) || /["\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
