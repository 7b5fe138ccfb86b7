import { big } from "@/kernel/decimal.ts";
import { QUANTITY_SCALE } from "@/kernel/money.ts";
import { fix } from "@/kernel/decimal.ts";
import { changeProducts, type ProductChange } from "@/modules/catalogue/postings/change-products.ts";
import { deleteEmptyCategories } from "@/modules/catalogue/postings/delete-empty-categories.ts";
import { deleteProducts } from "@/modules/catalogue/postings/delete-products.ts";
import { setPacks } from "@/modules/catalogue/postings/set-packs.ts";
import { takeBackBarcodes } from "@/modules/catalogue/postings/take-back-barcodes.ts";
import { loadProductFacts, type ProductFacts } from "@/modules/catalogue/queries/load-product-facts.ts";
import { openStock } from "@/modules/stock/postings/open-stock.ts";
import { findInUse } from "@/modules/catalogue/queries/find-in-use.ts";
import { findMoved } from "@/modules/stock/queries/find-moved.ts";
import { listLocations } from "@/modules/stock/queries/list-locations.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { eachChunk } from "@/modules/tenancy/postings/each-chunk.ts";
import { endJob, type JobClaim } from "@/modules/tenancy/postings/keep-job.ts";
import { burst } from "@/platform/db/burst.ts";
import { jsonText } from "@/platform/db/json-text.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { recount } from "../postings/recount.ts";
import type { PackWrite } from "../rules/plan-writes.ts";
import { fieldsBack, type RowUndo } from "../rules/row-undo.ts";
import { inJob } from "./in-job.ts";

const CHUNK = 2_000;
const MOST_ROWS = 2 ** 31 - 1;

interface AppliedRow {
  rowNo: number;
  productId: string;
  undo: RowUndo;
}

interface WayBack {
  row: AppliedRow;
  /** Somebody changed, sold or moved it since: it stays, or part of it. */
  kept: boolean;
  remove: boolean;
  change: ProductChange | null;
  barcode: string | null;
  pack: PackWrite | null;
  stock: RowUndo["stock"] | null;
}

/** The job behind an undo: applied rows from the last to the first, a chunk per transaction. */
export async function undoRows(ctx: Context, job: JobClaim): Promise<void> {
  await eachChunk(job, MOST_ROWS, (from) => inJob(ctx, job, (tx) => undoChunk(ctx, tx, job.id, from)));
  await inJob(ctx, job, async (tx) => {
    const [batch] = await tx.rows<{ categories: string[] }>(sql`SELECT new_categories AS categories FROM import_batch WHERE id = ${job.id} AND status = 'processing' FOR UPDATE`);
    await deleteEmptyCategories(tx, batch?.categories ?? []);
    await tx.execute(sql`
      UPDATE import_batch SET status = 'undone', new_categories = '{}',
             undone_at = ${ctx.now}, touched_at = clock_timestamp()
       WHERE id = ${job.id}
         AND status = 'processing'`);
    await recount(tx, job.id);
  }, endJob);
}

async function undoChunk(ctx: Context, tx: TenantTx, batchId: string, before: number): Promise<number | null> {
  const open = await tx.execute(sql`UPDATE import_batch SET touched_at = clock_timestamp() WHERE id = ${batchId} AND status = 'processing'`);
  if (open === 0) return null;
  const rows = await tx.rows<AppliedRow>(sql`
    SELECT row_no AS "rowNo", product_id AS "productId", undo FROM import_row WHERE batch_id = ${batchId} AND applied AND row_no < ${before} ORDER BY row_no DESC LIMIT ${CHUNK}`);
  if (rows.length === 0) return null;
  const ids = rows.map(({ productId }) => productId);
  const [facts, moved, used] = await burst([loadProductFacts(tx, ids, true), findMoved(tx, ids, batchId), findInUse(tx, ids)]);
  const products = new Map(facts.map((product) => [product.id, product]));
  await writeBack(ctx, tx, batchId, rows.map((row) => wayBack(row, products.get(row.productId), moved.has(row.productId), used.has(row.productId))));
  return rows.at(-1)!.rowNo;
}

function wayBack(row: AppliedRow, product: ProductFacts | undefined, isMoved: boolean, isUsed: boolean): WayBack {
  const nothing = { row, kept: false, remove: false, change: null, barcode: null, pack: null, stock: null };
  // Somebody deleted it already.
  if (product === undefined) return nothing;
  const stock = isMoved ? null : (row.undo.stock ?? null);
  if (!row.undo.made) {
    const { restored, kept } = fieldsBack(product, row.undo.before, row.undo.after);
    const change = Object.keys(restored).length === 0 ? null : { id: product.id, ...restored };
    return { ...nothing, kept: kept || (isMoved && row.undo.stock !== undefined), change, barcode: row.undo.barcode, pack: row.undo.pack ?? null, stock };
  }
  if (isMoved || product.version !== 1) return { ...nothing, kept: true };
  // The ledger remembers a product that had an opening stock, an order one that was ordered: it is archived, out of its category. The others leave no trace.
  return !isUsed ? { ...nothing, remove: true } : { ...nothing, change: { id: product.id, isActive: false, categoryId: null }, stock };
}

async function writeBack(ctx: Context, tx: TenantTx, batchId: string, ways: readonly WayBack[]): Promise<void> {
  const [location] = await listLocations({ db: tx });
  const opened = ways.flatMap(({ row, stock }) =>
    stock == null ? [] : [{ productId: row.productId, quantity: fix(big(stock.quantity).times(-1), QUANTITY_SCALE), unitCost: stock.unitCost, name: "" }]);
  await burst([
    changeProducts(tx, ctx, ways.flatMap(({ change }) => change ?? [])),
    takeBackBarcodes(tx, ways.flatMap(({ row: { productId }, barcode, pack }) => [...(barcode === null ? [] : [{ productId, code: barcode }]), ...(pack === null || pack.before !== null ? [] : [{ productId, code: pack.after.code }])])),
    setPacks(tx, ways.flatMap(({ row: { productId }, pack }) => (pack === null || pack.before === null ? [] : [{ productId, code: pack.after.code, from: pack.after, to: pack.before }]))),
    openStock(tx, ctx, { locationId: location!.id, lines: opened, source: { kind: "import", id: batchId } }),
    deleteProducts(tx, ways.flatMap(({ row, remove }) => (remove ? [row.productId] : []))),
    markUndone(tx, batchId, ways),
    tx.execute(sql`UPDATE import_batch SET done_rows = done_rows + ${ways.length} WHERE id = ${batchId}`),
  ]);
}

const KEPT = [{ code: "row_kept", severity: "note" }];

async function markUndone(tx: TenantTx, batchId: string, ways: readonly WayBack[]): Promise<void> {
  const marks = ways.map(({ row, kept, remove }) => ({ n: row.rowNo, r: kept ? KEPT : [], gone: remove }));
  await tx.execute(sql`
    UPDATE import_row r SET applied = false, undo = NULL, reasons = r.reasons || m.r, product_id = CASE WHEN m.gone THEN NULL ELSE r.product_id END
      FROM json_to_recordset(${jsonText(marks)}::json) AS m (n int, r jsonb, gone boolean) WHERE r.batch_id = ${batchId} AND r.row_no = m.n`);
}
