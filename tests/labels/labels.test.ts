import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { deleteProduct } from "@/modules/catalogue/commands/delete-product.ts";
import { updateProduct } from "@/modules/catalogue/commands/update-product.ts";
import { createProductSchema, updateProductSchema } from "@/modules/catalogue/schema.ts";
import { makeLabels } from "@/modules/labels/commands/make-labels.ts";
import { markPrinted } from "@/modules/labels/commands/mark-printed.ts";
import { openBatch } from "@/modules/labels/commands/open-batch.ts";
import { saveCalibration } from "@/modules/labels/commands/save-calibration.ts";
import { batchFile } from "@/modules/labels/queries/batch-file.ts";
import { countLabels } from "@/modules/labels/queries/count-labels.ts";
import { getBatch, listBatches, loadBatchRows } from "@/modules/labels/queries/get-batch.ts";
import { listCandidates } from "@/modules/labels/queries/list-candidates.ts";
import { loadCalibration } from "@/modules/labels/queries/load-calibration.ts";
import { previewLabel } from "@/modules/labels/queries/preview-label.ts";
import { makeLabelsSchema, openBatchSchema, type LabelChoice } from "@/modules/labels/schema.ts";
import { openPriceRun } from "@/modules/pricing/commands/open-price-run.ts";
import { openUndo } from "@/modules/pricing/commands/open-undo.ts";
import { savePriceList } from "@/modules/pricing/commands/save-price-list.ts";
import { saveListPrices } from "@/modules/pricing/commands/save-list-prices.ts";
import { getPriceList, loadPriceLists } from "@/modules/pricing/queries/load-price-lists.ts";
import { createPriceListSchema, priceRunSchema } from "@/modules/pricing/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { doJobs } from "../support/do-jobs.ts";
import { openShop } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const product = async (ctx: Context, given: object) => must(await createProduct(ctx, createProductSchema.parse(given)));
const layout = { format: "a4-21", start: 3, symbol: "bars", perMeasure: true, withoutTax: true, code: true, date: true } as const;

async function make(ctx: Context, choice: LabelChoice, more: { listId?: string; copies?: number; copiesOf?: Record<string, number>; id?: string } = {}) {
  const input = openBatchSchema.parse({ id: newId(), listId: ctx.tenant.id, choice, layout, copies: 1, copiesOf: {}, ...more });
  return openBatch(ctx, input);
}

async function namesOf(ctx: Context, choice: LabelChoice, listId = ctx.tenant.id): Promise<string[]> {
  const list = (await getPriceList(ctx.db, listId))!;
  return (await listCandidates(ctx, ctx.db, list, choice, 50)).items.map(({ name }) => name);
}

const countsOf = async (ctx: Context, listId = ctx.tenant.id) => countLabels(ctx.db, (await getPriceList(ctx.db, listId))!);

test("C6 what changed since printed: nothing before a person says so, then exactly what costs something else", async () => {
  const { ctx } = await openShop();
  const [a, b] = [await product(ctx, { name: "Aceite", salePrice: "100" }), await product(ctx, { name: "Broca", salePrice: "200" })];
  await product(ctx, { name: "Clavo" });
  expect(await countsOf(ctx)).toEqual({ outdated: 0, unlabelled: 2, all: 2 });
  const { id } = must(await make(ctx, { kind: "all" }));
  // Made up is not printed.
  expect(await countsOf(ctx)).toEqual({ outdated: 0, unlabelled: 2, all: 2 });
  expect(must(await markPrinted(ctx, id))).toEqual({ products: 2 });
  expect(await countsOf(ctx)).toEqual({ outdated: 0, unlabelled: 0, all: 2 });
  must(await updateProduct(ctx, b.id, { salePrice: "250" }));
  expect(await namesOf(ctx, { kind: "outdated" })).toEqual(["Broca"]);
  must(await updateProduct(ctx, a.id, { name: "Aceite mezcla" }));
  expect(await namesOf(ctx, { kind: "outdated" })).toEqual(["Broca"]);
  // Back to the printed price: the paper on the shelf is right again.
  must(await updateProduct(ctx, b.id, { salePrice: "200.00" }));
  expect(await namesOf(ctx, { kind: "outdated" })).toEqual([]);
  must(await updateProduct(ctx, b.id, { salePrice: "250" }));
  const again = must(await make(ctx, { kind: "outdated" }));
  must(await markPrinted(ctx, again.id));
  expect(await countsOf(ctx)).toMatchObject({ outdated: 0 });
  // The first batch once more: an old price stands on the shelf.
  must(await markPrinted(ctx, id));
  expect(await namesOf(ctx, { kind: "outdated" })).toEqual(["Broca"]);
});

test("C6 labels of what a run of prices changed, at the prices of the moment; after undoing none is out of date", async () => {
  const { ctx, tenantId } = await openShop();
  for (const [name, salePrice, brand] of [["Aceite", "100", "Uno"], ["Broca", "200", "Dos"], ["Clavo", "300", "Uno"]]) await product(ctx, { name, salePrice, brand });
  must(await markPrinted(ctx, must(await make(ctx, { kind: "all" })).id));
  const run = must(await openPriceRun(ctx, priceRunSchema.parse({ scope: { brand: "Uno" }, rule: { kind: "percent", value: "12" } })));
  expect(await namesOf(ctx, { kind: "run", runId: run.id })).toEqual([]);
  await doJobs(tenantId);
  expect(await namesOf(ctx, { kind: "run", runId: run.id })).toEqual(["Aceite", "Clavo"]);
  const { id } = must(await make(ctx, { kind: "run", runId: run.id }));
  expect((await loadBatchRows(ctx, id)).map(({ price }) => price)).toEqual(["112.0000", "336.0000"]);
  must(await openUndo(ctx, run.id, { slice: {}, overwrite: false }));
  await doJobs(tenantId);
  expect(await countsOf(ctx)).toMatchObject({ outdated: 0 });
});

test("C6 own and derived lists have labels of their own; the derived price is the one that the list shows", async () => {
  const { ctx } = await openShop();
  const [a, b] = [await product(ctx, { name: "Aceite", salePrice: "1234" }), await product(ctx, { name: "Broca", salePrice: "50" })];
  const trade = must(await savePriceList(ctx, null, createPriceListSchema.parse({ name: "Gremio", percent: "-12", rounding: [{ upTo: null, step: "10", mode: "up" }] })));
  const bulk = must(await savePriceList(ctx, null, createPriceListSchema.parse({ name: "Mayorista" })));
  must(await saveListPrices(ctx, bulk.id, [{ productId: b.id, price: "40" }]));
  const { id } = must(await make(ctx, { kind: "all" }, { listId: trade.id }));
  expect((await loadBatchRows(ctx, id)).map(({ price, facts }) => [facts.name, price])).toEqual([["Aceite", "1090.0000"], ["Broca", "50.0000"]]);
  expect(await namesOf(ctx, { kind: "all" }, bulk.id)).toEqual(["Broca"]);
  must(await markPrinted(ctx, id));
  expect(await Promise.all((await loadPriceLists(ctx.db)).map(async (list) => [list.kind, (await countLabels(ctx.db, list)).unlabelled]))).toEqual([["base", 2], ["derived", 0], ["own", 1]]);
  must(await updateProduct(ctx, a.id, { salePrice: "1235" }));
  // Rounded up to tens it is the same price: no new label.
  expect(await countsOf(ctx, trade.id)).toMatchObject({ outdated: 0 });
  must(await updateProduct(ctx, a.id, { salePrice: "2000" }));
  expect(await namesOf(ctx, { kind: "outdated" }, trade.id)).toEqual(["Aceite"]);
});

test("C6 quantities, bounds, the same request again, a batch that outlives its product; who may not is refused by the gate", async () => {
  const { ctx, ctxOf } = await openShop();
  const [a, b] = [await product(ctx, { name: "Aceite", salePrice: "100", barcodes: [{ code: "7790895000218", packSize: "12" }, "7791234500017"], content: { amount: "750", unit: "ml" } }), await product(ctx, { name: "Broca", salePrice: "200" })];
  const id = newId();
  must(await make(ctx, { kind: "products", productIds: [b.id, a.id] }, { id, copies: 2, copiesOf: { [b.id]: 5 } }));
  must(await make(ctx, { kind: "all" }, { id, copies: 9 }));
  expect(await getBatch(ctx.db, id)).toMatchObject({ products: 2, labels: 7, printedAt: null, by: "Marta Quiroga", layout });
  const rows = await loadBatchRows(ctx, id);
  expect(rows.map(({ copies }) => copies)).toEqual([2, 5]);
  // A box's code would sell twelve.
  expect(rows[0]!.facts).toMatchObject({ barcodes: ["7791234500017"], netContent: "750.0000", contentUnit: "ml", taxRate: "21.00" });
  expect(await make(ctx, { kind: "all" }, { copies: 0 })).toMatchObject({ code: "labels_none" });
  expect(await make(ctx, { kind: "outdated" })).toMatchObject({ code: "labels_none" });
  must(await make(ctx, { kind: "all" }, { copies: 0, copiesOf: { [a.id]: 1 } }));
  expect(await openBatch(ctx, { id: newId(), listId: ctx.tenant.id, choice: { kind: "all" }, layout: { ...layout, start: 22 }, copies: 1, copiesOf: {} })).toMatchObject({ fields: [{ path: "layout.start", code: "too_large" }] });
  expect(await make(ctx, { kind: "all" }, { listId: newId() })).toMatchObject({ fields: [{ path: "listId", code: "not_found" }] });
  // A program says only what differs from the last time.
  expect(must(await makeLabels(ctx, makeLabelsSchema.parse({ choice: { kind: "all" }, layout: { format: "roll-50x25" } })))).toMatchObject({ labels: 2, layout: { ...layout, format: "roll-50x25", start: 1 } });
  await deleteProduct(ctx, b.id);
  expect(must(await markPrinted(ctx, id))).toEqual({ products: 1 });
  expect(await markPrinted(ctx, newId())).toMatchObject({ code: "not_found" });
  expect((await listBatches(ctx)).length).toBe(3);
  expect((await ctxOf("stock_keeper")).permissions.has("label.print")).toBe(true);
  expect((await ctxOf("seller")).permissions.has("label.print")).toBe(false);
  const audit = await ctx.db.rows<{ action: string }>(sql`SELECT action FROM audit_entry WHERE action LIKE 'label.%' ORDER BY action`);
  expect(audit.map(({ action }) => action)).toEqual(["label.make", "label.make", "label.make", "label.print"]);
});

test("C6 more than 5,000 labels are refused before anything is written", async () => {
  const { ctx } = await openShop();
  await ctx.transact(async (tx) => {
    await tx.execute(sql`INSERT INTO product (id, sku, name, tax_rate, sale_price) SELECT gen_random_uuid(), 'S' || n, 'P ' || n, 21, 100 FROM generate_series(1, 26) n`);
    return { ok: true, value: null };
  });
  expect(await make(ctx, { kind: "all" }, { copies: 200 })).toMatchObject({ code: "labels_too_many", params: { max: 5_000 } });
  expect(await listBatches(ctx)).toEqual([]);
});

test("C6 the file: a PDF with a page per sheet, moved as calibrated, written in the shop's way; the preview is the same label", async () => {
  const { ctx } = await openShop();
  const { id: productId } = await product(ctx, { name: "Cinta métrica ⌀ 5 m", salePrice: "9990", content: { amount: "5", unit: "m" } });
  expect(await saveCalibration(ctx, { medium: "sheet", offsetX: "1,5", offsetY: "x", scale: "120" })).toMatchObject({ fields: [{ path: "offsetY", code: "not_a_number" }, { path: "scale", code: "too_large" }] });
  expect(must(await saveCalibration(ctx, { medium: "sheet", offsetX: "1,5", offsetY: "-0,25", scale: "100,5" }))).toEqual({ offsetX: 150, offsetY: -25, scale: 10_050 });
  expect(await loadCalibration(ctx, "sheet")).toEqual({ offsetX: 150, offsetY: -25, scale: 10_050 });
  expect(await loadCalibration(ctx, "roll")).toEqual({ offsetX: 0, offsetY: 0, scale: 10_000 });
  const { id } = must(await make(ctx, { kind: "all" }, { copies: 40 }));
  const { name, stream } = must(await batchFile(ctx, id));
  const file = await text(stream);
  expect(name).toMatch(/^Etiquetas \d{4}-\d\d-\d\d [0-9a-f]{6}\.pdf$/);
  expect([file.slice(0, 5), file.trimEnd().slice(-5)]).toEqual(["%PDF-", "%%EOF"]);
  // 40 labels from the third cell of sheets of 21.
  expect(file.match(/\/Type \/Page\b/g)).toHaveLength(2);
  const preview = must(await previewLabel(ctx, { listId: ctx.tenant.id, productId, layout }));
  const words = preview.marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : [])).join(" ").replaceAll("\u00a0", " ");
  expect(words).toMatch(/^Cinta métrica Ø 5 m \$ 9\.990,00 .*\$ 1\.998,00 por metro.*sin impuestos nacionales: \$ 8\.256,20 .*\d\d\/\d\d\/\d{4}$/);
  expect(await previewLabel(ctx, { listId: ctx.tenant.id, productId: newId(), layout })).toMatchObject({ code: "not_found" });
});

test("C6 one shop's batches and shelf are nobody else's", async () => {
  const [mine, theirs] = [await openShop(), await openShop()];
  const { id: productId } = await product(theirs.ctx, { name: "Ajeno", salePrice: "1" });
  const { id } = must(await make(theirs.ctx, { kind: "all" }));
  expect(await getBatch(mine.ctx.db, id)).toBeNull();
  expect(await batchFile(mine.ctx, id)).toMatchObject({ code: "not_found" });
  expect(await markPrinted(mine.ctx, id)).toMatchObject({ code: "not_found" });
  expect(await make(mine.ctx, { kind: "products", productIds: [productId] })).toMatchObject({ code: "labels_none" });
});

test("C6 what a product holds is a pair: both or neither", async () => {
  const { ctx } = await openShop();
  const made = await product(ctx, { name: "Yerba", salePrice: "3000", content: { amount: "0.5", unit: "kg" } });
  expect(made.content).toEqual({ amount: "0.5", unit: "kg" });
  expect(must(await updateProduct(ctx, made.id, { name: "Yerba suave" })).content).toEqual({ amount: "0.5", unit: "kg" });
  expect(must(await updateProduct(ctx, made.id, { content: null })).content).toBeNull();
  for (const content of [{ amount: "0", unit: "kg" }, { amount: "1", unit: "box" }, { amount: "1" }, { unit: "kg" }]) expect(updateProductSchema.safeParse({ content }).success).toBe(false);
});

test("C6 a shop that was filled a minute ago gets its labels at once: each product is read a few times, not once for each other", async () => {
  const { ctx } = await openShop();
  const most = 1_200;
  await ctx.db.execute(sql`INSERT INTO product (id, sku, name, tax_rate, sale_price) SELECT gen_random_uuid(), 'N-' || n, 'Bulón ' || n, 21, 100 + n FROM generate_series(1, ${most}::int) n`);
  must(await markPrinted(ctx, must(await make(ctx, { kind: "all" })).id));
  const { id: runId } = must(await openPriceRun(ctx, priceRunSchema.parse({ scope: {}, rule: { kind: "percent", value: "12" } })));
  await doJobs(ctx.tenant.id);
  const list = (await getPriceList(ctx.db, ctx.tenant.id))!;
  const read = must(await ctx.transact(async (tx) => {
    expect(await countLabels(tx, list)).toEqual({ outdated: most, unlabelled: 0, all: most });
    expect(await listCandidates(ctx, tx, list, { kind: "run", runId }, 10)).toMatchObject({ total: most });
    const [touched] = await tx.rows<{ n: number }>(sql`
      SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int AS n FROM pg_stat_xact_user_tables WHERE relname IN ('product', 'label_print', 'price_run_row')`);
    return accept(touched!.n);
  }));
  expect(read).toBeGreaterThan(3 * most);
  // Other shops' rows are passed over in these tables too; in nested loops it was millions.
  expect(read).toBeLessThan(100 * most);
});
