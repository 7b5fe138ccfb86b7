import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { unpackRow, type PackedCell } from "@/platform/spreadsheet/pack-row.ts";
import type { Decision, Verdict } from "../rules/decide-verdict.ts";
import type { LineValues } from "../rules/decide-line.ts";
import type { ImportValues, Reason } from "../rules/import-values.ts";
import type { ListRowsInput } from "../schema.ts";
import { findBatch } from "./find-batch.ts";

export interface ImportRowView {
  /** Row number as in the file, from 1. */
  row: number;
  cells: string[];
  values: ImportValues;
  verdict: Verdict;
  reasons: Reason[];
  /** Of a changed row: what was there and what comes. */
  changes: Decision["changes"];
  productId: string | null;
  applied: boolean;
}

export interface ImportRowPage {
  items: ImportRowView[];
  nextCursor: string | null;
}

interface StoredRow extends Omit<ImportRowView, "cells" | "changes"> {
  cells: PackedCell[];
  changes: Decision["changes"] | null;
}

/** Rows of a batch in the order of the file. Costs are left out for members who may not see them, also the file's own column of them. */
export async function listImportRows(ctx: Context, id: string, { verdict, limit, cursor }: ListRowsInput): Promise<Result<ImportRowPage>> {
  const batch = await findBatch(ctx, ctx.db, id);
  if (!batch) return refuse("not_found");
  const only = verdict === undefined || verdict === "warning" ? null : verdict;
  const rows = await ctx.db.rows<StoredRow>(sql`
    SELECT row_no AS row, cells, coalesce(values, '{}') AS values, verdict, reasons, changes, product_id AS "productId", applied FROM import_row
     WHERE batch_id = ${id} AND (${only}::text IS NULL OR verdict = ${only}) AND row_no > ${cursor ?? 0}
       AND (${verdict !== "warning"}::boolean OR reasons @> '[{"severity": "warning"}]')
     ORDER BY row_no LIMIT ${limit + 1}`);
  const hidden = ctx.permissions.has("product.cost") ? null : { column: batch.plan.mapping?.columns.costPrice };
  const items = rows.slice(0, limit).map((row) => viewOf(row, hidden));
  return accept({ items, nextCursor: rows.length > limit ? String(items.at(-1)!.row) : null });
}

function viewOf({ cells, values, changes, ...row }: StoredRow, hidden: { column: number | undefined } | null): ImportRowView {
  const texts = unpackRow(cells).map(({ text }, column) => (hidden !== null && column === hidden.column ? "" : text));
  if (hidden === null) return { ...row, cells: texts, values, changes: changes ?? {} };
  const { costPrice: _value, listPrice: _asked, ...shown } = values as LineValues;
  const { costPrice: _change, listPrice: _list, ...moved } = changes ?? {};
  return { ...row, cells: texts, values: shown, changes: moved };
}
