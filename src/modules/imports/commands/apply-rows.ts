import { newId } from "@/kernel/id.ts";
import { addBarcodes } from "@/modules/catalogue/postings/add-barcodes.ts";
import { changeProducts, type ProductFields } from "@/modules/catalogue/postings/change-products.ts";
import { insertProducts } from "@/modules/catalogue/postings/insert-products.ts";
import { nameCategories } from "@/modules/catalogue/postings/name-categories.ts";
import { setPacks } from "@/modules/catalogue/postings/set-packs.ts";
import { takeSkus } from "@/modules/catalogue/postings/take-skus.ts";
import { findCodeHolders } from "@/modules/catalogue/queries/find-code-holders.ts";
import { loadProductFacts, type ProductFacts } from "@/modules/catalogue/queries/load-product-facts.ts";
import { openStock } from "@/modules/stock/postings/open-stock.ts";
import { findOpened } from "@/modules/stock/queries/find-opened.ts";
import { listLocations } from "@/modules/stock/queries/list-locations.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { eachChunk } from "@/modules/tenancy/postings/each-chunk.ts";
import { endJob, type JobClaim } from "@/modules/tenancy/postings/keep-job.ts";
import { recordAudits } from "@/modules/tenancy/postings/record-audits.ts";
import { burst } from "@/platform/db/burst.ts";
import { jsonText } from "@/platform/db/json-text.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { recount } from "../postings/recount.ts";
import { codesOf } from "../rules/codes-of.ts";
import { isCustomKey, type ImportField, type ImportValues } from "../rules/import-values.ts";
import { planWrite, type KnownProduct, type PlannedWrite, type WaitingRow } from "../rules/plan-writes.ts";
import type { RowUndo } from "../rules/row-undo.ts";
import { inJob } from "./in-job.ts";

const CHUNK = 2_000;

/** The job behind "applying": the rows that wait, a chunk per transaction. Called again after a kill it finds those that still wait. */
export async function applyRows(ctx: Context, job: JobClaim): Promise<void> {
  await eachChunk(job, 0, (from) => inJob(ctx, job, (tx) => applyChunk(ctx, tx, job.id, from)));
  await inJob(ctx, job, async (tx) => {
    await tx.execute(sql`
      UPDATE import_batch SET status = 'applied',
             applied_at = ${ctx.now}, touched_at = clock_timestamp()
       WHERE id = ${job.id}
         AND status = 'applying'`);
    await tx.execute(sql`DELETE FROM import_file WHERE batch_id = ${job.id}`);
    await recount(tx, job.id);
  }, endJob);
}

/** Answers the number of the last row, or null when none was left. */
async function applyChunk(ctx: Context, tx: TenantTx, batchId: string, after: number): Promise<number | null> {
  const open = await tx.execute(sql`UPDATE import_batch SET touched_at = clock_timestamp() WHERE id = ${batchId} AND status = 'applying'`);
  if (open === 0) return null;
  const rows = await tx.rows<WaitingRow>(sql`
    SELECT row_no AS "rowNo", values, product_id AS "productId" FROM import_row
     WHERE batch_id = ${batchId} AND verdict IN ('new', 'changed') AND NOT applied AND row_no > ${after} ORDER BY row_no LIMIT ${CHUNK}`);
  if (rows.length === 0) return null;
  const steps = await planChunk(tx, rows);
  await writeChunk(ctx, tx, batchId, steps);
  return rows.at(-1)!.rowNo;
}

async function planChunk(tx: TenantTx, rows: readonly WaitingRow[]): Promise<PlannedWrite[]> {
  const ids = rows.flatMap(({ productId }) => (productId === null ? [] : [productId]));
  const codes = (field: "sku" | "barcode" | "packBarcode") => rows.flatMap(({ values }) => values[field] ?? []);
  const [facts, opened, holders] = await burst([loadProductFacts(tx, ids, true), findOpened(tx, ids), findCodeHolders(tx, codes("sku"), [...codes("barcode"), ...codes("packBarcode")])]);
  const products = new Map(facts.map((product) => [product.id, { ...product, onHand: opened.get(product.id) ?? null }]));
  return rows.map((row) => planWrite(row, products, holders));
}

interface RowMark {
  n: number;
  d: string;
  r: PlannedWrite["reasons"];
  p?: string;
  u?: RowUndo;
}

async function writeChunk(ctx: Context, tx: TenantTx, batchId: string, steps: readonly PlannedWrite[]): Promise<void> {
  const names = steps.flatMap(({ write }) => (write === null ? [] : ((write.kind === "insert" ? write.values : write.changed).category ?? [])));
  const categories = await nameCategories(tx, names);
  const skus = await takeSkus(tx, steps.filter(({ write }) => write?.kind === "insert" && write.values.sku === undefined).length);
  const fieldsOf = (values: ImportValues) => catalogueFields(values, categories.ids);
  const made = steps.flatMap((step) => (step.write?.kind === "insert" ? [{ step, id: newId(ctx.now.getTime()), values: step.write.values, sku: step.write.values.sku ?? skus.pop()! }] : []));
  const changed = steps.flatMap((step) => (step.write?.kind === "change" ? [{ step, ...step.write, after: changedFields(step.write.changed, step.write.product, fieldsOf) }] : []));
  const idOf = new Map([...made.map(({ step, id }) => [step, id] as const), ...changed.map(({ step, product }) => [step, product.id] as const)]);
  const [location] = await listLocations({ db: tx });

  await burst([
    insertProducts(tx, ctx, made.map(({ id, sku, values }) => ({ ...fieldsOf(values), id, sku, name: values.name! }))),
    changeProducts(tx, ctx, changed.map(({ product, after }) => ({ id: product.id, ...after }))),
    addBarcodes(tx, [
      ...made.flatMap(({ id, values }) => codesOf(id, values)),
      ...changed.flatMap(({ product, barcode, pack }) => [
        ...(barcode === null ? [] : [{ productId: product.id, code: barcode }]),
        ...(pack === null || pack.before !== null ? [] : [{ productId: product.id, ...pack.after }]),
      ]),
    ]),
    setPacks(tx, changed.flatMap(({ product, pack }) => (pack === null || pack.before === null ? [] : [{ productId: product.id, code: pack.after.code, from: pack.before, to: pack.after }]))),
    openStock(tx, ctx, {
      locationId: location!.id,
      lines: steps.flatMap((step) => (step.stock === null ? [] : [{ productId: idOf.get(step)!, ...step.stock, name: "" }])),
      source: { kind: "import", id: batchId },
    }),
    recordAudits(tx, ctx, { action: "product.create", entity: "product" }, made.map(({ id, sku, values }) => ({ entityId: id, detail: { sku, name: values.name, importId: batchId } }))),
    recordAudits(tx, ctx, { action: "product.update", entity: "product" }, changed.map(({ product, after }) => ({ entityId: product.id, detail: { before: fieldsBefore(product, after), after, importId: batchId } }))),
    markRows(tx, batchId, [
      ...steps.filter(({ write }) => write === null).map(({ rowNo, verdict, reasons }) => ({ n: rowNo, d: verdict, r: reasons })),
      ...made.map(({ step, id }): RowMark => ({ n: step.rowNo, d: "new", r: [], p: id, u: { made: true, ...stockOf(step) } })),
      ...changed.map(({ step, product, after, barcode, pack }): RowMark => ({ n: step.rowNo, d: "changed", r: [], p: product.id, u: { made: false, before: fieldsBefore(product, after), after, barcode, ...(pack === null ? {} : { pack }), ...stockOf(step) } })),
    ]),
    tx.execute(sql`UPDATE import_batch SET done_rows = done_rows + ${steps.length}, new_categories = new_categories || ${[...categories.made]}::uuid[] WHERE id = ${batchId}`),
  ]);
}

function stockOf({ stock }: PlannedWrite): Pick<RowUndo, "stock"> {
  return stock === null ? {} : { stock };
}

const PLAIN = ["name", "description", "brand", "supplierCode", "unit", "taxRate", "costPrice", "salePrice", "minStock"] as const satisfies readonly ImportField[];

/** Values under the catalogue's own names. */
function catalogueFields(values: ImportValues, categories: ReadonlyMap<string, string>) {
  const plain = Object.fromEntries(PLAIN.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]]))) as Partial<Record<(typeof PLAIN)[number], string>>;
  const categoryId = values.category === undefined ? undefined : categories.get(values.category);
  const own = (Object.entries(values) as [string, string][]).flatMap(([key, value]) => (isCustomKey(key) ? [[key.slice("custom:".length), value]] : []));
  return { ...plain, ...(categoryId === undefined ? {} : { categoryId }), ...(own.length === 0 ? {} : { customFields: Object.fromEntries(own) as Record<string, string> }) };
}

function changedFields(changed: ImportValues, product: KnownProduct, fieldsOf: (values: ImportValues) => Partial<ProductFields>): Partial<ProductFields> {
  return { ...fieldsOf(changed), ...(product.isActive ? {} : { isActive: true, ...(product.isDraft ? { isDraft: false } : {}) }) };
}

function fieldsBefore(product: KnownProduct, after: Partial<ProductFields>): Partial<ProductFields> {
  const facts = product as unknown as ProductFacts;
  const ofOwn = (given: ProductFields["customFields"]) => Object.fromEntries(Object.keys(given).map((id) => [id, facts.customFields[id] ?? null]));
  return Object.fromEntries((Object.keys(after) as (keyof ProductFields)[]).map((field) => [field, field === "customFields" ? ofOwn(after.customFields!) : facts[field]]));
}

async function markRows(tx: TenantTx, batchId: string, marks: readonly RowMark[]): Promise<void> {
  await tx.execute(sql`
    UPDATE import_row r SET verdict = m.d, reasons = r.reasons || m.r, product_id = coalesce(m.p, r.product_id), applied = m.u IS NOT NULL, undo = m.u
      FROM json_to_recordset(${jsonText(marks)}::json) AS m (n int, d text, r jsonb, p uuid, u jsonb)
     WHERE r.batch_id = ${batchId} AND r.row_no = m.n`);
}
