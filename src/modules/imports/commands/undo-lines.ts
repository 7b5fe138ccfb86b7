import { changeProducts, type ProductChange } from "@/modules/catalogue/postings/change-products.ts";
import { deleteEmptyCategories } from "@/modules/catalogue/postings/delete-empty-categories.ts";
import { deleteProducts } from "@/modules/catalogue/postings/delete-products.ts";
import { findInUse } from "@/modules/catalogue/queries/find-in-use.ts";
import { findMoved } from "@/modules/stock/queries/find-moved.ts";
import { deleteLines } from "@/modules/suppliers/postings/delete-lines.ts";
import { unmarkGone } from "@/modules/suppliers/postings/mark-gone.ts";
import { returnCodes } from "@/modules/suppliers/postings/return-codes.ts";
import { writeLines } from "@/modules/suppliers/postings/write-lines.ts";
import { findLineHolders } from "@/modules/suppliers/queries/find-line-holders.ts";
import type { SupplierLine } from "@/modules/suppliers/queries/load-supplier-lines.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { eachChunk } from "@/modules/tenancy/postings/each-chunk.ts";
import { endJob, type JobClaim } from "@/modules/tenancy/postings/keep-job.ts";
import { jsonText } from "@/platform/db/json-text.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { recount } from "../postings/recount.ts";
import { loadLineProducts, type FactLine } from "../queries/load-line-products.ts";
import { isLineUntouched, type LineUndo } from "../rules/line-undo.ts";
import { fieldsBack } from "../rules/row-undo.ts";
import { inJob } from "./in-job.ts";

const CHUNK = 2_000;
const MOST_ROWS = 2 ** 31 - 1;

interface AppliedLine {
  rowNo: number;
  productId: string;
  undo: LineUndo;
}

interface WayBack {
  row: AppliedLine;
  /** Somebody changed it since: it stays, or part of it. */
  kept: boolean;
  remove: boolean;
  change: ProductChange | null;
  /** The line as it was; null: it was not there. Undefined: it stays. */
  line: SupplierLine | null | undefined;
}

/** As undoRows, for a supplier's list: from the last row to the first, then the marks of what was gone. */
export async function undoLines(ctx: Context, job: JobClaim, supplierId: string): Promise<void> {
  await eachChunk(job, MOST_ROWS, (from) => inJob(ctx, job, (tx) => undoChunk(ctx, tx, job.id, supplierId, from)));
  await inJob(ctx, job, async (tx) => {
    const [batch] = await tx.rows<{ categories: string[]; gone: string[] }>(sql`SELECT new_categories AS categories, gone FROM import_batch WHERE id = ${job.id} AND status = 'processing' FOR UPDATE`);
    if (!batch) return;
    await unmarkGone(tx, supplierId, batch.gone);
    await deleteEmptyCategories(tx, batch.categories);
    await tx.execute(sql`UPDATE import_batch SET status = 'undone', new_categories = '{}', gone = '{}', undone_at = ${ctx.now}, touched_at = clock_timestamp() WHERE id = ${job.id}`);
    await recount(tx, job.id);
  }, endJob);
}

async function undoChunk(ctx: Context, tx: TenantTx, batchId: string, supplierId: string, before: number): Promise<number | null> {
  const open = await tx.execute(sql`UPDATE import_batch SET touched_at = clock_timestamp() WHERE id = ${batchId} AND status = 'processing'`);
  if (open === 0) return null;
  const rows = await tx.rows<AppliedLine>(sql`
    SELECT row_no AS "rowNo", product_id AS "productId", undo FROM import_row WHERE batch_id = ${batchId} AND applied AND row_no < ${before} ORDER BY row_no DESC LIMIT ${CHUNK}`);
  if (rows.length === 0) return null;
  const ids = rows.map(({ productId }) => productId);
  const products = await loadLineProducts(tx, supplierId, ids, true);
  const [moved, used] = [await findMoved(tx, ids, batchId), await findInUse(tx, ids)];
  await writeBack(ctx, tx, batchId, supplierId, rows.map((row) => wayBack(row, products.get(row.productId), moved.has(row.productId) || used.has(row.productId))));
  return rows.at(-1)!.rowNo;
}

function wayBack(row: AppliedLine, product: FactLine | undefined, isMoved: boolean): WayBack {
  const nothing: WayBack = { row, kept: false, remove: false, change: null, line: undefined };
  if (product === undefined) return nothing;
  const { made, before, after, line } = row.undo;
  const { restored, kept } = fieldsBack(product.facts, before, after);
  // A draft that nobody accepted or changed; later lists that changed its cost were undone before.
  if (made) return isMoved || kept || !product.facts.isDraft ? { ...nothing, kept: true } : { ...nothing, remove: true };
  const untouched = isLineUntouched(product.line, line.after);
  return { ...nothing, kept: kept || !untouched, change: Object.keys(restored).length === 0 ? null : { id: product.id, ...restored }, line: untouched ? line.before : undefined };
}

async function writeBack(ctx: Context, tx: TenantTx, batchId: string, supplierId: string, ways: readonly WayBack[]): Promise<void> {
  const restored = ways.flatMap(({ line }) => line ?? []);
  await changeProducts(tx, ctx, ways.flatMap(({ change }) => change ?? []));
  await deleteProducts(tx, ways.flatMap(({ row, remove }) => (remove ? [row.productId] : [])));
  await deleteLines(tx, supplierId, ways.flatMap(({ row, line }) => (line === null ? [row.productId] : [])));
  await writeLines(tx, ctx, supplierId, await withoutTakenCodes(tx, supplierId, restored));
  await returnCodes(tx, supplierId, ways.flatMap(({ row: { undo } }) => (undo.lostBy === undefined || undo.line.after.code === null ? [] : [{ productId: undo.lostBy, code: undo.line.after.code }])));
  await markUndone(tx, batchId, ways);
}

/** A code that a person gave to another product since stays there. */
async function withoutTakenCodes(tx: TenantTx, supplierId: string, lines: readonly SupplierLine[]): Promise<SupplierLine[]> {
  const ours = new Set(lines.map(({ productId }) => productId));
  const { codes } = await findLineHolders(tx, supplierId, lines.flatMap(({ code }) => code ?? []), []);
  return lines.map((line) => {
    const holder = line.code === null ? undefined : codes.get(line.code);
    return holder === undefined || ours.has(holder) ? line : { ...line, code: null };
  });
}

const KEPT = [{ code: "row_kept", severity: "note" }];

async function markUndone(tx: TenantTx, batchId: string, ways: readonly WayBack[]): Promise<void> {
  const marks = ways.map(({ row, kept, remove }) => ({ n: row.rowNo, r: kept ? KEPT : [], gone: remove }));
  await tx.execute(sql`
    UPDATE import_row r SET applied = false, undo = NULL, reasons = r.reasons || m.r, product_id = CASE WHEN m.gone THEN NULL ELSE r.product_id END
      FROM json_to_recordset(${jsonText(marks)}::json) AS m (n int, r jsonb, gone boolean) WHERE r.batch_id = ${batchId} AND r.row_no = m.n`);
  await tx.execute(sql`UPDATE import_batch SET done_rows = done_rows + ${ways.length} WHERE id = ${batchId}`);
}
