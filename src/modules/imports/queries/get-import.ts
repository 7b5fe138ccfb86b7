import { accept, refuse, type RefusalCode, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Choices, ImportField, PriceField } from "../rules/import-values.ts";
import type { KeptPlan } from "../rules/kept-plan.ts";
import { findBatch, type Batch } from "./find-batch.ts";
import type { ImportStatus } from "../rules/import-status.ts";
import { NO_COUNTS, type RowCounts } from "../rules/row-counts.ts";

export interface ImportView {
  id: string;
  /** Whose price list it is; null for a list of the shop's own. */
  supplierId: string | null;
  fileName: string;
  memberName: string;
  status: ImportStatus;
  /** What is being done now, or waits to be done. */
  task: "read" | "apply" | "undo" | null;
  progress: { done: number; total: number };
  counts: RowCounts;
  /** Null until the file was read. */
  plan: KeptPlan | null;
  choices: Choices;
  failure: RefusalCode | null;
  /** Rows that are in the catalogue because of this batch. */
  applied: number;
  /** The file may be read again: columns can be changed. */
  canChoose: boolean;
  canUndo: boolean;
  createdAt: string;
  appliedAt: string | null;
  undoneAt: string | null;
}

/** One batch; refuses not_found for what this member may not see. */
export async function getImport(ctx: Context, id: string): Promise<Result<ImportView>> {
  const batch = await findBatch(ctx, ctx.db, id);
  if (!batch) return refuse("not_found");
  const [kept] = await ctx.db.rows<{ applied: number; hasFile: boolean }>(sql`
    SELECT (SELECT count(*)::int FROM import_row WHERE batch_id = ${id} AND applied) AS applied, EXISTS (SELECT FROM import_file WHERE batch_id = ${id}) AS "hasFile"`);
  return accept(viewOf(batch, kept!, ctx.permissions.has("product.cost")));
}

const TASKS: Readonly<Record<string, ImportView["task"]>> = { "import.read": "read", "import.read_and_apply": "read", "import.apply": "apply", "import.undo": "undo" };

function viewOf(batch: Batch, { applied, hasFile }: { applied: number; hasFile: boolean }, seesCost: boolean): ImportView {
  const { id, supplierId, fileName, memberName, status, choices } = batch;
  const counts = { ...NO_COUNTS, ...batch.counts };
  const task = batch.job === null ? null : (TASKS[batch.job] ?? null);
  const total = task === "apply" ? counts.new + counts.changed : task === "undo" ? applied + batch.doneRows : batch.totalRows;
  return {
    id, supplierId, fileName, memberName, status, task, counts, choices,
    progress: { done: batch.doneRows, total },
    plan: batch.plan.mapping === undefined ? null : seesCost ? (batch.plan as KeptPlan) : withoutCosts(batch.plan as KeptPlan),
    failure: batch.failure as RefusalCode | null,
    applied,
    canChoose: hasFile && applied === 0 && (status === "review" || status === "failed" || (status === "processing" && task === "read")),
    canUndo: applied > 0 && (status === "applied" || status === "failed"),
    createdAt: batch.createdAt.toISOString(),
    appliedAt: batch.appliedAt?.toISOString() ?? null,
    undoneAt: batch.undoneAt?.toISOString() ?? null,
  };
}

/** A batch of one's own may have been mapped by somebody who sees costs. */
function withoutCosts(plan: KeptPlan): KeptPlan {
  const { costPrice: _cost, ...columns } = plan.mapping.columns as Partial<Record<ImportField | PriceField, number>>;
  return { ...plan, mapping: { ...plan.mapping, columns } };
}
