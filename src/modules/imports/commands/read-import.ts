import { createHash } from "node:crypto";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import { listCustomFields } from "@/modules/catalogue/queries/list-custom-fields.ts";
import { listTaxRates } from "@/modules/catalogue/queries/list-tax-rates.ts";
import { loadListTerms } from "@/modules/suppliers/queries/load-list-terms.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { endJob, keepJob, type JobClaim } from "@/modules/tenancy/postings/keep-job.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { jsonText } from "@/platform/db/json-text.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { ThreadLimitError } from "@/platform/threads/thread.ts";
import { saveDoubts } from "../postings/save-doubts.ts";
import { saveRows } from "../postings/save-rows.ts";
import { findBatch, type Batch } from "../queries/find-batch.ts";
import { takeList } from "../reading/list-places.ts";
import { openList, type OpenList } from "../reading/open-list.ts";
import type { ImportSource } from "../reading/read-source.ts";
import type { RowCounts } from "../rules/row-counts.ts";
import { countRows } from "../rules/count-rows.ts";
import { foldText } from "../rules/fold-text.ts";
import type { Choices } from "../rules/import-values.ts";
import type { KeptPlan } from "../rules/kept-plan.ts";
import type { PlanOptions } from "../rules/plan-import.ts";
import { planList, recallList } from "../rules/plan-list.ts";
import { failImport } from "./fail-import.ts";
import { inJob } from "./in-job.ts";
import { LineJudge } from "./judge-lines.ts";
import { RowJudge } from "./judge-rows.ts";
import { startApplying } from "./start-applying.ts";

/** Each takes this process's own thread for some ten milliseconds. */
const CHUNK = 500;

interface PlannedBatch {
  plan: KeptPlan;
  headings: string | null;
  /** Below the headings. */
  rows: number;
}

/** The job behind "processing": file → plan → a verdict per row, from the first row on, whatever an earlier try left. `thenApply`: asked for already. */
export async function readImport(ctx: Context, job: JobClaim, thenApply: boolean): Promise<void> {
  const batch = await findBatch(ctx, ctx.db, job.id);
  if (batch?.status !== "processing") return inJob(ctx, job, async () => undefined, endJob);
  const list = await listOf(ctx, job.id);
  if (!list.ok) return failImport(ctx, job, list.code);
  try {
    await readList(ctx, job, batch, list.value, thenApply);
  } catch (error) {
    if (!(error instanceof ThreadLimitError)) throw error;
    await failImport(ctx, job, "file_too_large");
  } finally {
    list.value.close();
  }
}

async function readList(ctx: Context, job: JobClaim, batch: Batch, list: OpenList, thenApply: boolean): Promise<void> {
  const { plan, headings, rows } = await makePlan(ctx, batch, list);
  await inJob(ctx, job, (tx) => startOver(tx, job.id, plan, headings, rows));
  const judge = plan.terms === undefined ? await RowJudge.open(ctx) : await LineJudge.open(ctx, plan.terms, batch.matches);
  let counts: RowCounts = countRows(null, []);
  // The thread reads the next rows while these are saved.
  let next = rows === 0 ? null : readAhead(list, plan, 0, null);
  for (let done = 0; next !== null; done += CHUNK) {
    const { lines, section } = await next;
    next = done + CHUNK < rows ? readAhead(list, plan, done + CHUNK, section) : null;
    const judged = await judge.judge(lines);
    counts = countRows(counts, judged);
    await inJob(ctx, job, async (tx) => {
      await saveRows(tx, job.id, judged);
      await saveDoubts(tx, job.id, judged);
      await tx.execute(sql`UPDATE import_batch SET done_rows = ${Math.min(done + CHUNK, rows)}, touched_at = clock_timestamp() WHERE id = ${job.id}`);
    });
  }
  await finish(ctx, job, counts, thenApply);
}

function readAhead(list: OpenList, plan: KeptPlan, done: number, section: string | null): ReturnType<OpenList["read"]> {
  const reading = list.read(plan, plan.firstRow + done, CHUNK, section);
  // Whoever fails in the meantime never comes to wait for it.
  reading.catch(() => undefined);
  return reading;
}

async function listOf(ctx: Context, id: string): Promise<Result<OpenList>> {
  const held = takeList(`${ctx.tenant.id} ${id}`);
  if (held !== null) return accept(held);
  const [source] = await ctx.db.rows<ImportSource>(sql`
    SELECT f.kind, f.bytes, b.file_name AS "fileName" FROM import_file f JOIN import_batch b ON b.tenant_id = f.tenant_id AND b.id = f.batch_id WHERE f.batch_id = ${id}`);
  if (!source) throw new Error("The file of a batch that is not applied yet is gone");
  return openList(source);
}

async function makePlan(ctx: Context, batch: Batch, list: OpenList): Promise<PlannedBatch> {
  const [shop, [usualRate], customFields] = await Promise.all([getShop(ctx), listTaxRates(ctx), listCustomFields(ctx.db)]);
  const usual = (choices: Choices): PlanOptions => ({
    ...choices,
    customFields,
    decimal: formatStyleOf(shop).decimal,
    defaultTaxRate: choices.defaultTaxRate ?? usualRate,
    ...(ctx.permissions.has("product.cost") ? {} : { withheld: ["costPrice"] }),
  });
  if (batch.supplierId !== null) return makeListPlan(ctx, batch, batch.supplierId, list, usual);
  const first = await list.plan(usual(batch.choices));
  const headings = hashOf(first.plan.labels);
  const known = Object.keys(batch.choices).length === 0 && headings !== null ? await rememberedChoices(ctx, headings) : null;
  const { plan, rows } = known === null ? first : await list.plan(usual({ ...known, sheet: first.plan.sheet, headerRow: first.plan.headerRow }));
  return { plan: { ...plan, remembered: known !== null }, headings, rows };
}

/** A supplier's list is understood as that supplier's last one was, where it has the same columns. */
async function makeListPlan(ctx: Context, batch: Batch, supplierId: string, list: OpenList, usual: (choices: Choices) => PlanOptions): Promise<PlannedBatch> {
  const terms = await loadListTerms(ctx.db, supplierId);
  if (terms === null) throw new Error("The supplier of a list is gone");
  const planned = async (choices: Choices) => {
    const { plan, rows } = await list.plan({ ...usual(choices), fromSupplier: true });
    return { plan: planList(plan, choices), rows };
  };
  const first = await planned(batch.choices);
  const last = batch.choices.columns === undefined ? await lastPlan(ctx, supplierId) : null;
  const known = last === null ? null : recallList(last.plan, last.choices, first.plan.labels);
  const { plan, rows } = known === null ? first : await planned({ ...known, ...batch.choices, sheet: first.plan.sheet, headerRow: first.plan.headerRow });
  return { plan: { ...plan, remembered: known !== null, terms }, headings: hashOf(first.plan.labels), rows };
}

async function lastPlan(ctx: Context, supplierId: string): Promise<Pick<Batch, "choices"> & { plan: KeptPlan } | null> {
  const [last] = await ctx.db.rows<Pick<Batch, "choices"> & { plan: KeptPlan }>(sql`
    SELECT choices, plan FROM import_batch WHERE supplier_id = ${supplierId} AND applied_at IS NOT NULL ORDER BY applied_at DESC LIMIT 1`);
  return last ?? null;
}

function hashOf(labels: readonly string[]): string | null {
  const folded = labels.map(foldText);
  return folded.every((label) => label === "") ? null : createHash("sha256").update(folded.join("\n")).digest("hex");
}

/** What somebody of this shop chose for the last applied list with the same headings. */
async function rememberedChoices(ctx: Context, headings: string): Promise<Choices | null> {
  const [known] = await ctx.db.rows<{ choices: Choices }>(sql`
    SELECT choices - 'sheet' - 'headerRow' AS choices FROM import_batch
     WHERE headings = ${headings} AND supplier_id IS NULL AND applied_at IS NOT NULL AND choices <> '{}' ORDER BY applied_at DESC LIMIT 1`);
  return known?.choices ?? null;
}

async function startOver(tx: TenantTx, id: string, plan: KeptPlan, headings: string | null, total: number): Promise<void> {
  await tx.execute(sql`DELETE FROM import_row WHERE batch_id = ${id}`);
  await tx.execute(sql`
    UPDATE import_batch SET plan = ${jsonText(plan)}::jsonb, sheet_name = ${plan.sheet.toWellFormed()}, headings = ${headings}, total_rows = ${total}, done_rows = 0,
           touched_at = clock_timestamp() WHERE id = ${id}`);
}

async function finish(ctx: Context, job: JobClaim, counts: RowCounts, thenApply: boolean): Promise<void> {
  await inJob(ctx, job, async (tx) => {
    await tx.execute(sql`UPDATE import_batch SET status = 'review', counts = ${jsonText(counts)}::jsonb, failure = NULL, touched_at = clock_timestamp() WHERE id = ${job.id}`);
    // What is missing keeps the batch in review, where it is shown.
    await keepJob(tx, job);
    if (!thenApply || !(await startApplying(ctx, tx, job.id)).ok) await endJob(tx, job);
  }, async () => undefined);
}
