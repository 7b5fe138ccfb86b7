import { accept, type Result } from "@/kernel/refusal.ts";
import type { Sheet } from "@/platform/spreadsheet/cell.ts";
import { readPastedCells, readSpreadsheet } from "@/platform/spreadsheet/read-spreadsheet.ts";
import { rowsToSheet } from "../rules/rows-to-sheet.ts";
import type { ImportRows } from "../schema.ts";

/** What somebody sent in: a file, cells from the clipboard (UTF-8), or rows as JSON. */
export interface ImportSource {
  kind: "file" | "paste" | "rows";
  bytes: Uint8Array;
  fileName: string;
}

/** The sheets of a source. A large file takes seconds. Refuses as readSpreadsheet does. */
export async function readSource({ kind, bytes, fileName }: ImportSource): Promise<Result<Sheet[]>> {
  if (kind === "file") return readSpreadsheet(bytes, fileName);
  const text = Buffer.from(bytes).toString("utf8");
  return kind === "paste" ? readPastedCells(text) : accept([rowsToSheet(JSON.parse(text) as ImportRows, fileName)]);
}
