import { newId } from "@/kernel/id.ts";
import { addBarcodes } from "@/modules/catalogue/postings/add-barcodes.ts";
import { changeProducts } from "@/modules/catalogue/postings/change-products.ts";
import { insertProducts, type NewProduct } from "@/modules/catalogue/postings/insert-products.ts";
import { nameCategories } from "@/modules/catalogue/postings/name-categories.ts";
import { takeSkus } from "@/modules/catalogue/postings/take-skus.ts";
import { findCodeHolders } from "@/modules/catalogue/queries/find-code-holders.ts";
import { markGone } from "@/modules/suppliers/postings/mark-gone.ts";
import { writeLines } from "@/modules/suppliers/postings/write-lines.ts";
import { findLineHolders } from "@/modules/suppliers/queries/find-line-holders.ts";
import type { ListTerms } from "@/modules/suppliers/queries/load-list-terms.ts";
import type { SupplierLine } from "@/modules/suppliers/queries/load-supplier-lines.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { eachChunk } from "@/modules/tenancy/postings/each-chunk.ts";
import { endJob, type JobClaim } from "@/modules/tenancy/postings/keep-job.ts";
import { recordAudits } from "@/modules/tenancy/postings/record-audits.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { markLines, type LineMark } from "../postings/mark-lines.ts";
import { recount } from "../postings/recount.ts";
import { listSeen } from "../queries/list-seen.ts";
import { loadLineProducts } from "../queries/load-line-products.ts";
import { codesOf } from "../rules/codes-of.ts";
import type { LineValues } from "../rules/decide-line.ts";
import type { LineUndo } from "../rules/line-undo.ts";
import { planLine, type PlannedLine, type WaitingLine } from "../rules/plan-line.ts";
import { inJob } from "./in-job.ts";

const CHUNK = 2_000;

/** As applyRows, for a supplier's list: prices and costs, drafts for what is new, and at the end the marks of what the list has no more. */
export async function applyLines(ctx: Context, job: JobClaim, terms: ListTerms, isPartial: boolean): Promise<void> {
  await eachChunk(job, 0, (from) => inJob(ctx, job, (tx) => applyChunk(ctx, tx, job.id, terms, from)));
  await inJob(ctx, job, async (tx) => {
    const [open] = await tx.rows(sql`SELECT FROM import_batch WHERE id = ${job.id} AND status = 'applying' FOR UPDATE`);
    if (!open) return;
    const gone = isPartial ? [] : await markGone(tx, ctx, terms.supplierId, await listSeen(tx, job.id));
    await tx.execute(sql`UPDATE import_batch SET status = 'applied', gone = ${gone}::uuid[], applied_at = ${ctx.now}, touched_at = clock_timestamp() WHERE id = ${job.id}`);
    await tx.execute(sql`DELETE FROM import_file WHERE batch_id = ${job.id}`);
    await recount(tx, job.id);
  }, endJob);
}

/** Answers the number of the last row, or null when none was left. */
async function applyChunk(ctx: Context, tx: TenantTx, batchId: string, terms: ListTerms, after: number): Promise<number | null> {
  const open = await tx.execute(sql`UPDATE import_batch SET touched_at = clock_timestamp() WHERE id = ${batchId} AND status = 'applying'`);
  if (open === 0) return null;
  const rows = await tx.rows<WaitingLine>(sql`
    SELECT row_no AS "rowNo", values, product_id AS "productId", doubt IS NOT NULL AS "isDecided" FROM import_row
     WHERE batch_id = ${batchId} AND verdict IN ('new', 'changed') AND NOT applied AND row_no > ${after} ORDER BY row_no LIMIT ${CHUNK}`);
  if (rows.length === 0) return null;
  await writeChunk(ctx, tx, batchId, terms, await planChunk(tx, batchId, terms, rows));
  return rows.at(-1)!.rowNo;
}

async function planChunk(tx: TenantTx, batchId: string, terms: ListTerms, rows: readonly WaitingLine[]): Promise<PlannedLine[]> {
  const fresh = rows.filter(({ productId }) => productId === null);
  // Another list of this supplier may have brought them since the review.
  const known = await findLineHolders(tx, terms.supplierId, fresh.flatMap(({ values }) => values.supplierCode ?? []), fresh.flatMap(({ values }) => (values.supplierCode === undefined ? (values.name ?? []) : [])));
  const taken = await takenOf(tx, batchId, fresh.flatMap(({ values }) => holderOf(values, known) ?? []));
  const lines = rows.map((row) => ({ ...row, productId: row.productId ?? adopt(row, holderOf(row.values, known), taken) }));
  const codes = (field: "sku" | "barcode" | "packBarcode") => fresh.flatMap(({ values }) => values[field] ?? []);
  const products = await loadLineProducts(tx, terms.supplierId, lines.flatMap(({ productId }) => productId ?? []), true);
  const holders = await findCodeHolders(tx, codes("sku"), [...codes("barcode"), ...codes("packBarcode")]);
  return lines.map((line) => planLine(line, products, holders, terms, batchId));
}

/** Who has that code or name since the review: not where a person said that it is none of the shop's, nor what another line of this list is. */
function adopt({ isDecided }: WaitingLine, holder: string | null, taken: Set<string>): string | null {
  if (isDecided || holder === null || taken.has(holder)) return null;
  taken.add(holder);
  return holder;
}

async function takenOf(tx: TenantTx, batchId: string, productIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(sql`SELECT DISTINCT product_id AS id FROM import_row WHERE batch_id = ${batchId} AND product_id = ANY (${[...productIds]}::uuid[])`);
  return new Set(rows.map(({ id }) => id));
}

function holderOf({ supplierCode, name }: LineValues, { codes, names }: Awaited<ReturnType<typeof findLineHolders>>): string | null {
  return (supplierCode === undefined ? names.get(name ?? "") : codes.get(supplierCode)) ?? null;
}

interface Done {
  step: PlannedLine;
  productId: string;
  line: SupplierLine;
  /** Of a draft: what it was made with. */
  draft?: NewProduct;
}

async function writeChunk(ctx: Context, tx: TenantTx, batchId: string, terms: ListTerms, steps: readonly PlannedLine[]): Promise<void> {
  const proposals = await propose(ctx, tx, batchId, steps);
  const changes = steps.flatMap((step): Done[] => (step.write?.kind === "change" ? [{ step, productId: step.write.lineAfter.productId, line: step.write.lineAfter }] : []));
  const costs = steps.flatMap(({ productId, write }) => (write?.kind === "change" && Object.keys(write.after).length > 0 ? [{ productId: productId!, before: write.before, after: write.after }] : []));
  await burst([
    changeProducts(tx, ctx, costs.map(({ productId, after }) => ({ id: productId, ...after }))),
    recordAudits(tx, ctx, { action: "product.update", entity: "product" }, costs.map(({ productId, before, after }) => ({ entityId: productId, detail: { before, after, importId: batchId } }))),
  ]);
  const done = giveCodes([...proposals, ...changes]);
  const lost = new Map((await writeLines(tx, ctx, terms.supplierId, done.map(({ line }) => line))).map(({ code, productId }) => [code, productId]));
  const idle = steps.filter(({ write }) => write === null).map(({ rowNo, verdict, reasons, productId }): LineMark => ({ rowNo, verdict, reasons, productId, undo: null }));
  await markLines(tx, batchId, [...idle, ...done.map((one) => markOf(one, lost))]);
}

/** A code that this list gives to another product leaves the line that had it, also where both are written at once. */
function giveCodes(done: readonly Done[]): Done[] {
  const isGiven = ({ step, line }: Done): boolean => step.write?.kind !== "change" || step.write.lineBefore?.code !== line.code;
  const given = new Set(done.filter(isGiven).flatMap(({ line }) => line.code ?? []));
  return done.map((one) => (one.line.code !== null && !isGiven(one) && given.has(one.line.code) ? { ...one, line: { ...one.line, code: null } } : one));
}

function markOf({ step: { rowNo, verdict, write }, productId, line, draft }: Done, lost: ReadonlyMap<string, string>): LineMark {
  const lostBy = line.code === null ? undefined : lost.get(line.code);
  const isChange = write?.kind === "change";
  const undo = { made: !isChange, before: isChange ? write.before : {}, after: isChange ? write.after : fieldsOf(draft), line: { before: isChange ? write.lineBefore : null, after: line }, ...(lostBy === undefined ? {} : { lostBy }) };
  return { rowNo, verdict, reasons: [], productId, undo };
}

function fieldsOf(draft: NewProduct | undefined): LineUndo["after"] {
  if (draft === undefined) return {};
  const { id: _id, sku: _sku, isDraft: _isDraft, ...fields } = draft;
  return fields;
}

/** Makes drafts of what the shop does not have. */
async function propose(ctx: Context, tx: TenantTx, batchId: string, steps: readonly PlannedLine[]): Promise<Done[]> {
  const wanted = steps.flatMap((step) => (step.write?.kind === "propose" ? [{ step, id: newId(ctx.now.getTime()), ...step.write }] : []));
  if (wanted.length === 0) return [];
  const categories = await nameCategories(tx, wanted.flatMap(({ values }) => values.category ?? []));
  const skus = await takeSkus(tx, wanted.filter(({ values }) => values.sku === undefined).length);
  const drafts = wanted.map(({ id, values, cost }) => draftOf(id, values.sku ?? skus.pop()!, values, cost, categories.ids));
  await burst([
    insertProducts(tx, ctx, drafts),
    addBarcodes(tx, wanted.flatMap(({ id, values }) => codesOf(id, values))),
    recordAudits(tx, ctx, { action: "product.create", entity: "product" }, drafts.map(({ id, sku, name }) => ({ entityId: id, detail: { sku, name, isDraft: true, importId: batchId } }))),
    tx.execute(sql`UPDATE import_batch SET new_categories = new_categories || ${[...categories.made]}::uuid[] WHERE id = ${batchId}`),
  ]);
  return wanted.map(({ step, id, values }, i) => ({ step, productId: id, draft: drafts[i]!, line: { productId: id, code: values.supplierCode ?? null, listPrice: values.listPrice ?? null, packSize: "1", isMain: true, listedName: values.name ?? "", listSource: values.listPrice === undefined ? null : batchId, goneSince: null } }));
}

function draftOf(id: string, sku: string, { name, description, brand, supplierCode, unit, taxRate, salePrice, category }: LineValues, cost: string | null, categories: ReadonlyMap<string, string>): NewProduct {
  const categoryId = category === undefined ? undefined : categories.get(category);
  const given = { description, brand, supplierCode, unit, taxRate, salePrice, categoryId, costPrice: cost ?? undefined };
  return { id, sku, name: name!, isDraft: true, ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<NewProduct>) };
}
