import { EncryptedFileError, readXls as readBiff } from "hucre";
import type { Sheet } from "./cell.ts";
import { convertSheet } from "./convert-sheet.ts";
import { FileProblem } from "./file-problem.ts";
import type { Budget } from "./grid.ts";

/** Reads the binary workbook of Excel 97–2003. */
export async function readXls(bytes: Uint8Array, budget: Budget): Promise<Sheet[]> {
  if (isProtected(bytes)) throw new FileProblem("file_encrypted");
  try {
    const book = await readBiff(bytes);
    return book.sheets.map((sheet) => convertSheet(sheet, budget));
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem(error instanceof EncryptedFileError ? "file_encrypted" : "file_unreadable");
  }
}

/** [MS-OFFCRYPTO] 2.3.4: a protected .xlsx is a stream "EncryptedPackage". [MS-XLS] 2.4.117: FilePass follows the first record. */
function isProtected(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.includes(Buffer.from("EncryptedPackage", "utf16le"))) return true;
  const start = buffer.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]));
  return start >= 0 && start + 22 <= buffer.length && buffer.readUInt16LE(start + 20) === 0x2f;
}
