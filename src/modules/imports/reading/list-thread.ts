import { createHash } from "node:crypto";
import { accept, type Result } from "@/kernel/refusal.ts";
import type { Sheet } from "@/platform/spreadsheet/cell.ts";
import { packRow } from "@/platform/spreadsheet/pack-row.ts";
import { serveThread } from "@/platform/threads/serve-thread.ts";
import type { ReadPlan } from "../rules/import-values.ts";
import { previewOf, type KeptPlan } from "../rules/kept-plan.ts";
import { planImport, type PlanOptions } from "../rules/plan-import.ts";
import { inListCurrency } from "../rules/plan-list.ts";
import type { ReadLine } from "../rules/read-line.ts";
import { readRow } from "../rules/read-row.ts";
import { readSource, type ImportSource } from "./read-source.ts";

// What takes long about a list and needs no database. It runs in a thread of its own (open-list.ts), where the list stays: rows leave
// it some thousand at a time.

let sheets: Sheet[] = [];

/** What reading needs of a plan. */
export type ListPlan = ReadPlan & Pick<KeptPlan, "terms">;

export interface PlannedList {
  plan: Omit<KeptPlan, "remembered" | "terms">;
  /** Rows of the chosen sheet below the headings. */
  rows: number;
}

const handlers = {
  /** Answers the file's SHA-256 in hex; refuses as readSpreadsheet does. */
  open: async (source: ImportSource): Promise<Result<string>> => {
    const read = await readSource(source);
    if (!read.ok) return read;
    sheets = read.value;
    return accept(createHash("sha256").update(source.bytes).digest("hex"));
  },

  plan: (options: PlanOptions): PlannedList => {
    const plan = planImport(sheets, options);
    const sheet = sheetOf(plan);
    return { plan: { ...plan, preview: previewOf(sheet, plan) }, rows: Math.max(0, sheet.rows.length - plan.firstRow) };
  },

  /** At most `count` rows from `from` on, blank ones left out. `section` stands above the first of them, the answered one above the next. */
  read: (plan: ListPlan, from: number, count: number, section: string | null): { lines: ReadLine[]; section: string | null } => {
    const lines: ReadLine[] = [];
    let above = section;
    sheetOf(plan).rows.slice(from, from + count).forEach((row, i) => {
      const read = readRow(plan.terms === undefined ? row : inListCurrency(row, plan, plan.terms), plan, above);
      above = read.section;
      if (read.kind !== "blank") lines.push({ rowNo: from + i + 1, cells: packRow(row), read });
    });
    return { lines, section: above };
  },
};

export type ListThread = typeof handlers;

const sheetOf = (plan: ReadPlan): Sheet => sheets.find(({ name }) => name === plan.sheet)!;

serveThread(handlers);
