import { accept, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { sheetFile, type SheetFile } from "@/platform/spreadsheet/sheet-file.ts";
import type { Reason } from "../rules/import-values.ts";
import { getImport } from "./get-import.ts";
import { listImportRows } from "./list-import-rows.ts";

export interface RejectedWords {
  sheet: string;
  row: string;
  reasons: string;
  say: (reason: Reason) => string;
}

const PAGE = 200;

/** The rows that stayed out, as the file had them, with their reasons in words: to be put right there and sent again. */
export async function rejectedFile(ctx: Context, id: string, format: "csv" | "xlsx", words: RejectedWords): Promise<Result<SheetFile>> {
  const found = await getImport(ctx, id);
  if (!found.ok) return found;
  const { plan, fileName } = found.value;
  const rows: string[][] = [];
  for (let cursor: number | undefined = 0; cursor !== undefined; ) {
    const page = await listImportRows(ctx, id, { verdict: "error", limit: PAGE, cursor });
    if (!page.ok) return page;
    rows.push(...page.value.items.map(({ row, cells, reasons }) => [reasons.filter(({ severity }) => severity === "error").map(words.say).join(" "), String(row), ...cells]));
    cursor = page.value.nextCursor === null ? undefined : Number(page.value.nextCursor);
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  // The reason goes last, where the list's own columns keep their places for the next try.
  const header = [...Array.from({ length: Math.max(width - 2, plan?.labels.length ?? 0) }, (_, column) => plan?.labels[column] ?? ""), words.row, words.reasons];
  const body = rows.map(([reason = "", row = "", ...cells]) => [...cells, ...Array.from({ length: header.length - 2 - cells.length }, () => ""), row, reason]);
  const { decimal } = formatStyleOf(await getShop(ctx));
  return accept(sheetFile(format, { title: `${fileName.replace(/\.[^.]*$/, "")} - ${words.sheet}`, header, rows: body, decimal }));
}
