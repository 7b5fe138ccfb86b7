import { accept, refuse, type Refusal, type Result } from "@/kernel/refusal.ts";
import type { Sheet } from "./cell.ts";
import { FileProblem } from "./file-problem.ts";
import type { Budget } from "./grid.ts";
import { MAX_FILE_BYTES } from "./limits.ts";
import { readOds } from "./read-ods.ts";
import { readText } from "./read-text.ts";
import { readXlsx } from "./read-xlsx.ts";
import { decodeText } from "./text-encoding.ts";
import { ZipArchive } from "./zip.ts";

/**
 * Reads XLSX, XLS, ODS, an HTML table saved as ".xls", CSV, TSV or any delimited text, told apart by content and never by name.
 * At most 20 MB and 150,000 rows. Refuses: file_empty, file_too_large, file_too_many_rows, file_type, file_encrypted, file_unreadable.
 */
export async function readSpreadsheet(bytes: Uint8Array, fileName: string): Promise<Result<Sheet[]>> {
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(bytes.length);
  return attempt(() => readAny(bytes, { rows: 0, cells: 0 }, baseName(fileName)));
}

/** Reads cells pasted from a spreadsheet: tab-separated, as every one of them puts them on the clipboard. */
export async function readPastedCells(text: string): Promise<Result<Sheet[]>> {
  if (text.length > MAX_FILE_BYTES) return tooLarge(text.length);
  return attempt(async () => [readText(text.replaceAll("\0", ""), "", { rows: 0, cells: 0 })]);
}

/** Sizes for people: megabytes, rounded up. */
function tooLarge(bytes: number): Refusal {
  return refuse("file_too_large", { params: { size: Math.ceil(bytes / 2 ** 20), max: MAX_FILE_BYTES / 2 ** 20 } });
}

async function attempt(read: () => Promise<Sheet[]>): Promise<Result<Sheet[]>> {
  try {
    const sheets = await read();
    return sheets.some(({ rows }) => rows.some((row) => row.some(({ text }) => /[\p{L}\p{N}]/u.test(text)))) ? accept(sheets) : refuse("file_empty");
  } catch (error) {
    if (error instanceof FileProblem) return error.toRefusal();
    throw error;
  }
}

async function readAny(bytes: Uint8Array, budget: Budget, name: string): Promise<Sheet[]> {
  if (startsWith(bytes, ZIP)) return readZipped(new ZipArchive(bytes), budget);
  // What reads the two old kinds takes longer to load than most lists to read: only where it is needed.
  if (startsWith(bytes, OLE)) return (await import("./read-xls.ts")).readXls(bytes, budget);
  if (OTHER_KINDS.some((magic) => startsWith(bytes, magic))) throw new FileProblem("file_type");
  const text = decodeText(bytes);
  if (/^\ufeff?\s*(<!doctype\s+html|<html|<table|<meta|<head|<style)/i.test(text)) return (await import("./read-html-tables.ts")).readHtmlTables(text, name, budget);
  if (/^\ufeff?\s*(<\?xml|\{\\rtf|<svg)/i.test(text)) throw new FileProblem("file_type");
  return [readText(text, name, budget)];
}

async function readZipped(zip: ZipArchive, budget: Budget): Promise<Sheet[]> {
  const sheets = (await readXlsx(zip, budget)) ?? (zip.has("content.xml") ? await readOds(zip, budget) : null);
  if (sheets === null || sheets.length === 0) throw new FileProblem("file_type");
  return sheets;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** PDF, PNG, JPEG, GIF, gzip, 7z, RAR: what people upload by mistake, and what decodes to nonsense. */
const OTHER_KINDS = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function baseName(fileName: string): string {
  return fileName.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
}
