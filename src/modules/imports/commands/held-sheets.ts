import type { Sheet } from "@/platform/spreadsheet/cell.ts";

interface Held {
  key: string;
  sheets: Sheet[];
  timer: NodeJS.Timeout;
}

const HOLD_MS = 30_000;

// Route handlers and the worker are separate bundles of one process: a module's own variable would be two.
const shelf = globalThis as typeof globalThis & { mostradorHeldSheets?: Held };

/**
 * The sheets that the request has just read, for the job that reads them next, most often in this very process. One file at most and
 * half a minute: it saves a second reading, and is never needed, since the file is in the database.
 */
export function holdSheets(key: string, sheets: Sheet[]): void {
  clearTimeout(shelf.mostradorHeldSheets?.timer);
  shelf.mostradorHeldSheets = { key, sheets, timer: setTimeout(() => delete shelf.mostradorHeldSheets, HOLD_MS).unref() };
}

export function takeSheets(key: string): Sheet[] | null {
  const held = shelf.mostradorHeldSheets;
  if (held?.key !== key) return null;
  clearTimeout(held.timer);
  delete shelf.mostradorHeldSheets;
  return held.sheets;
}
