import type { OutRows } from "./out-cell.ts";
import type { SheetFormat } from "./sheet-formats.ts";
import { streamCsv } from "./write-csv.ts";
import { streamXlsx } from "./write-workbook.ts";

export interface SheetFile {
  /** With its ending. */
  name: string;
  /** Media type. */
  type: string;
  body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

export interface SheetToWrite {
  title: string;
  header: readonly string[];
  rows: OutRows;
  /** The shop's own: it also says how columns of a CSV are parted. */
  decimal: "," | ".";
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A table as a file that is made while it is sent: numbers as numbers, no text that a spreadsheet would run. */
export function sheetFile(format: SheetFormat, { title, header, rows, decimal }: SheetToWrite): SheetFile {
  const name = `${title.replace(/[\\/:*?"<>|\p{Cc}]/gu, " ").trim() || "1"}.${format}`;
  if (format === "xlsx") return { name, type: XLSX, body: streamXlsx(title, header, rows) };
  return { name, type: "text/csv; charset=utf-8", body: streamCsv(header, rows, { delimiter: decimal === "," ? ";" : ",", decimal }) };
}
