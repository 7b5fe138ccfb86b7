import fc from "fast-check";
import { expect, test } from "vitest";
import { accept } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { updateProduct } from "@/modules/catalogue/commands/update-product.ts";
import { listProducts } from "@/modules/catalogue/queries/list-products.ts";
import { createProductSchema, listProductsSchema } from "@/modules/catalogue/schema.ts";
import { applyImport } from "@/modules/imports/commands/apply-import.ts";
import { decideDoubts } from "@/modules/imports/commands/decide-doubts.ts";
import { openImport } from "@/modules/imports/commands/open-import.ts";
import { takeUpload } from "@/modules/imports/commands/take-upload.ts";
import { undoImport } from "@/modules/imports/commands/undo-import.ts";
import { getImport, type ImportView } from "@/modules/imports/queries/get-import.ts";
import { listDifferences } from "@/modules/imports/queries/list-differences.ts";
import { listDoubts } from "@/modules/imports/queries/list-doubts.ts";
import type { Choices } from "@/modules/imports/rules/import-values.ts";
import { saveRate } from "@/modules/suppliers/commands/save-rate.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { saveSupplierProducts } from "@/modules/suppliers/commands/save-supplier-products.ts";
import { createSupplierSchema, supplierProductsSchema } from "@/modules/suppliers/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { doJobs } from "../support/do-jobs.ts";
import { openShop } from "../support/open-shop.ts";
import { csv, must, rowsOf } from "./import-list.ts";

const product = async (ctx: Context, given: object) => must(await createProduct(ctx, createProductSchema.parse({ unit: "u", ...given })));
const supply = async (ctx: Context, given: object) => must(await saveSupplier(ctx, null, createSupplierSchema.parse(given)));

async function review(ctx: Context, supplierId: string, text: string, choices: Choices = {}): Promise<ImportView> {
  const { id } = must(await openImport(ctx, csv(text), choices, supplierId));
  await doJobs(ctx.tenant.id);
  return must(await getImport(ctx, id));
}

async function bring(ctx: Context, supplierId: string, text: string, choices: Choices = {}): Promise<ImportView> {
  const { id } = await review(ctx, supplierId, text, choices);
  must(await applyImport(ctx, id));
  await doJobs(ctx.tenant.id);
  return must(await getImport(ctx, id));
}

async function takeBack(ctx: Context, id: string): Promise<ImportView> {
  must(await undoImport(ctx, id, false));
  await doJobs(ctx.tenant.id);
  return must(await getImport(ctx, id));
}

/** Products, their codes and all that suppliers say of them. */
async function snapshot(ctx: Context): Promise<unknown> {
  return {
    products: await ctx.db.rows(sql`SELECT id, sku, name, brand, category_id, cost_price, sale_price, tax_rate, is_active, is_draft, (SELECT array_agg(code ORDER BY code) FROM product_barcode b WHERE b.product_id = p.id) AS codes FROM product p ORDER BY id`),
    lines: await ctx.db.rows(sql`SELECT supplier_id, product_id, code, list_price, pack_size, is_main, listed_name, list_source, gone_since::text FROM supplier_product ORDER BY supplier_id, product_id`),
    categories: await ctx.db.rows(sql`SELECT id, name FROM category ORDER BY name`),
  };
}

const HEAD = "Código;EAN;Descripción;P. Lista";
const verdicts = async (ctx: Context, id: string) => (await rowsOf(ctx, id)).map(({ verdict, reasons }) => [verdict, ...reasons.map(({ code }) => code)]);

/** A shop with four products and a supplier of a chained discount. */
async function stocked() {
  const { ctx, ctxOf } = await openShop();
  const supplier = await supply(ctx, { name: "Distribuidora Sur", discounts: "20+10", freightPercent: "5" });
  const bolt = await product(ctx, { sku: "BU-1", name: "Bulón hexagonal 1/2\" x 2\"", salePrice: "1500", costPrice: "500" });
  const nut = await product(ctx, { sku: "TU-1", name: "Tuerca autofrenante 8 mm", barcodes: ["7791234500017"], salePrice: "200" });
  const tape = await product(ctx, { sku: "CI-1", name: "Cinta aisladora negra 20 m", salePrice: "900" });
  const plier = await product(ctx, { sku: "PI-1", name: "Pinza universal 8\" mango aislado Bahco", salePrice: "21000", costPrice: "10000" });
  must(await saveSupplierProducts(ctx, supplier.id, supplierProductsSchema.parse({ items: [{ sku: "BU-1", code: "B100", listPrice: "700" }] }).items));
  return { ctx, ctxOf, supplier, bolt, nut, tape, plier };
}

const LIST = `${HEAD}
B100;;BULON HEX 1/2 X 2;1.000
T200;7791234500017;TUERCA AUTOFREN. 8MM;100
C300;;CINTA AISLADORA NEGRA 20 M;500
P400;;PINZA UNIVERSAL 8";20.000
N500;;Sierra caladora 500 W;80.000`;

test("C3 lines find products by supplier code, barcode and name; the doubtful one waits, the new one is a draft, sale prices stay", async () => {
  const { ctx, supplier, bolt, nut, tape, plier } = await stocked();
  const seen = await review(ctx, supplier.id, LIST);
  expect(seen).toMatchObject({ status: "review", supplierId: supplier.id, counts: { new: 1, changed: 3, skipped: 1, error: 0 }, plan: { mapping: { columns: { supplierCode: 0, barcode: 1, name: 2, costPrice: 3 } } } });
  expect((await rowsOf(ctx, seen.id)).map(({ verdict, productId }) => [verdict, productId])).toEqual([["changed", bolt.id], ["changed", nut.id], ["changed", tape.id], ["skipped", null], ["new", null]]);
  const { items } = await listDifferences(ctx, seen.id, 0);
  // 1000 × 0.8 × 0.9 × 1.05 = 756; 700 → 1000 is 42.9 %; 1500 / 1.21 leaves 39 % over 756.
  expect(items[0]).toMatchObject({ name: bolt.name, listedName: "BULON HEX 1/2 X 2", listFrom: "700.00", listTo: "1000.00", jump: "42.9", costFrom: "529.20", costTo: "756.00", salePrice: "1500.00", margin: "39.0" });
  const [doubt] = must(await listDoubts(ctx, seen.id));
  expect(doubt).toMatchObject({ row: 5, name: "PINZA UNIVERSAL 8\"", code: "P400", candidates: [{ productId: plier.id, by: "name" }] });

  const before = await snapshot(ctx);
  must(await decideDoubts(ctx, seen.id, { decisions: [{ row: 5, productId: plier.id }] }));
  expect(must(await getImport(ctx, seen.id)).counts).toMatchObject({ new: 1, changed: 4, skipped: 0 });
  expect(await snapshot(ctx)).toEqual(before);
  must(await applyImport(ctx, seen.id));
  await doJobs(ctx.tenant.id);
  const costs = await ctx.db.rows<{ sku: string; cost: string; price: string; active: boolean; draft: boolean }>(sql`SELECT sku, cost_price::text AS cost, sale_price::text AS price, is_active AS active, is_draft AS draft FROM product ORDER BY sku`);
  expect(costs).toEqual([
    { sku: "A00001", cost: "60480.0000", price: null, active: false, draft: true },
    { sku: "BU-1", cost: "756.0000", price: "1500.0000", active: true, draft: false },
    { sku: "CI-1", cost: "378.0000", price: "900.0000", active: true, draft: false },
    { sku: "PI-1", cost: "15120.0000", price: "21000.0000", active: true, draft: false },
    { sku: "TU-1", cost: "75.6000", price: "200.0000", active: true, draft: false },
  ]);
  // Drafts are not found where things are sold, and are where they are accepted.
  const find = async (given: object) => must(await listProducts(ctx, listProductsSchema.parse(given))).items.map(({ sku }) => sku);
  expect(await find({ q: "caladora" })).toEqual([]);
  expect(await find({ archived: "true", state: "draft" })).toEqual(["A00001"]);
  expect(await find({ archived: "true", state: "archived" })).toEqual([]);
  const [draft] = await ctx.db.rows<{ id: string }>(sql`SELECT id FROM product WHERE is_draft`);
  must(await updateProduct(ctx, draft!.id, { isActive: true }));
  expect(await ctx.db.rows(sql`SELECT FROM product WHERE is_draft`)).toEqual([]);
  expect(await find({ q: "caladora" })).toEqual(["A00001"]);

  // The decision was remembered with the line: the same list is all the same.
  const again = await bring(ctx, supplier.id, LIST);
  expect(again).toMatchObject({ applied: 0, counts: { same: 5, new: 0, changed: 0, skipped: 0 }, plan: { remembered: true } });
});

test("C3 what the last list had and this one has not is marked as gone, comes back, and undo takes every mark back", async () => {
  const { ctx, supplier } = await stocked();
  await bring(ctx, supplier.id, `${HEAD}\nB100;;Bulón;1.000\nT200;7791234500017;Tuerca;100\nC300;;Cinta aisladora negra 20 m;500`);
  const gone = () => ctx.db.rows<{ sku: string; since: string }>(sql`SELECT p.sku, l.gone_since::text AS since FROM supplier_product l JOIN product p ON p.id = l.product_id WHERE l.gone_since IS NOT NULL ORDER BY 1`);
  const before = await snapshot(ctx);
  // A doubtful line may be the one that seems to be missing: neither is marked.
  const second = await bring(ctx, supplier.id, `${HEAD}\nB100;;Bulón;1100\nX9;;Cinta aisladora negra;510`);
  expect((await gone()).map(({ sku }) => sku)).toEqual(["TU-1"]);
  const third = await review(ctx, supplier.id, `${HEAD}\nB100;;Bulón;1100\nT200;;Tuerca;100\nC300;;Cinta aisladora negra 20 m;500`);
  expect(await verdicts(ctx, third.id)).toEqual([["same"], ["changed", "row_back_on_list"], ["same"]]);
  must(await applyImport(ctx, third.id));
  await doJobs(ctx.tenant.id);
  expect(await gone()).toEqual([]);
  await takeBack(ctx, third.id);
  expect((await gone()).map(({ sku }) => sku)).toEqual(["TU-1"]);
  expect(await takeBack(ctx, second.id)).toMatchObject({ status: "undone", counts: { kept: 0 } });
  expect(await snapshot(ctx)).toEqual(before);
  await bring(ctx, supplier.id, `${HEAD}\nB100;;Bulón;1100`, { partial: true });
  expect(await gone()).toEqual([]);
});

test("C3 import and undo are the identity, also where codes move from product to product", async () => {
  const { ctx, supplier } = await stocked();
  await bring(ctx, supplier.id, `${HEAD}\nB100;;Bulón hexagonal;1.000\nT200;7791234500017;Tuerca autofrenante;100\nC300;;Cinta aisladora negra 20 m;500`);
  const before = await snapshot(ctx);
  // T200 is the bolt's now by its barcode-less decision, the nut's code is C300, and two lines are new.
  const list = `${HEAD}\nT200;;Bulón hexagonal;1.500\nC300;7791234500017;Tuerca autofrenante;120\nZ1;;Remache pop 4 x 10;30\nZ2;;Escuadra de metal 30 cm;4.000`;
  const seen = await review(ctx, supplier.id, list);
  const doubts = must(await listDoubts(ctx, seen.id));
  expect(doubts.map(({ row }) => row)).toEqual([2, 3]);
  const [bolt, nut] = await ctx.db.rows<{ id: string }>(sql`SELECT id FROM product WHERE sku IN ('BU-1', 'TU-1') ORDER BY sku`);
  must(await decideDoubts(ctx, seen.id, { decisions: [{ row: 2, productId: bolt!.id }, { row: 3, productId: nut!.id }] }));
  must(await applyImport(ctx, seen.id));
  await doJobs(ctx.tenant.id);
  const codes = await ctx.db.rows(sql`SELECT p.sku, l.code FROM supplier_product l JOIN product p ON p.id = l.product_id ORDER BY p.sku`);
  expect(codes).toEqual([{ sku: "A00001", code: expect.stringMatching(/^Z/) }, { sku: "A00002", code: expect.stringMatching(/^Z/) }, { sku: "BU-1", code: "T200" }, { sku: "CI-1", code: null }, { sku: "TU-1", code: "C300" }]);
  expect(await takeBack(ctx, seen.id)).toMatchObject({ status: "undone", applied: 0, counts: { kept: 0 } });
  expect(await snapshot(ctx)).toEqual(before);
});

/** Lines that codes, barcodes, names, decisions and nothing recognise; any list of them, in any order, any of them twice. */
const LINE = fc.record({
  code: fc.constantFrom("B100", "T200", "C300", "P400", "N1", "N2", "BU-1", ""),
  ean: fc.constantFrom("", "7791234500017"),
  name: fc.constantFrom("Bulón hexagonal 1/2 x 2", "Tuerca autofrenante 8 mm", "Cinta aisladora negra 20 m", "Pinza universal 8 mango", "Sierra caladora 500 W", "Remache pop 4 x 10", ""),
  price: fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2).replace(".", ",")),
});

test("C3 any lists, with any decisions about their doubtful lines, undone from the last to the first, end where they began", async () => {
  const { ctx, supplier, bolt, nut, plier } = await stocked();
  await bring(ctx, supplier.id, `${HEAD}\nB100;;Bulón;10,00\nT200;7791234500017;Tuerca;1,00\nC300;;Cinta aisladora negra 20 m;5,00`);
  const before = await snapshot(ctx);
  const choice = fc.constantFrom<string | null | undefined>(bolt.id, nut.id, plier.id, null, undefined);
  let applied = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(LINE, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 2 }), fc.array(choice, { minLength: 6, maxLength: 6 }), fc.boolean(), async (lists, choices, partial) => {
      const done: string[] = [];
      for (const lines of lists) {
        const { id } = await review(ctx, supplier.id, [HEAD, ...lines.map(({ code, ean, name, price }) => [code, ean, name, price].join(";"))].join("\n"), { partial });
        for (const [i, { row }] of must(await listDoubts(ctx, id)).entries()) await decideDoubts(ctx, id, { decisions: [{ row, productId: choices[i % choices.length] }] });
        if (!(await applyImport(ctx, id)).ok) continue;
        await doJobs(ctx.tenant.id);
        expect(must(await getImport(ctx, id)).status).toBe("applied");
        done.push(id);
      }
      applied += done.length;
      for (const id of done.toReversed()) expect(await takeBack(ctx, id)).toMatchObject({ status: "undone", counts: { kept: 0 } });
      expect(await snapshot(ctx)).toEqual(before);
    }),
    { numRuns: 6, endOnFailure: true },
  );
  // Lists without anything to write are refused: half of them at least had something.
  expect(applied).toBeGreaterThanOrEqual(4);
}, 120_000);

test("C3 undo leaves what a person changed since, and says so", async () => {
  const { ctx, supplier, bolt, nut } = await stocked();
  const done = await bring(ctx, supplier.id, `${HEAD}\nB100;;Bulón;1.000\nT200;7791234500017;Tuerca;100`);
  must(await updateProduct(ctx, bolt.id, { costPrice: "777" }));
  must(await saveSupplierProducts(ctx, supplier.id, [{ productId: nut.id, listPrice: "150" }]));
  expect(await takeBack(ctx, done.id)).toMatchObject({ status: "undone", counts: { kept: 2 } });
  const [kept] = await ctx.db.rows(sql`SELECT (SELECT cost_price::text FROM product WHERE id = ${bolt.id}) AS cost, (SELECT list_price::text FROM supplier_product WHERE product_id = ${nut.id}) AS list, (SELECT list_price::text FROM supplier_product WHERE product_id = ${bolt.id}) AS back`);
  expect(kept).toEqual({ cost: "777.0000", list: "150.0000", back: "700.0000" });
});

test("D2 a list in dollars goes through the rate of its day; without a rate the cost stays and is told", async () => {
  const { ctx } = await openShop();
  const importer = await supply(ctx, { name: "Importadora", currency: "USD", discounts: "10" });
  await product(ctx, { sku: "T-1", name: "Taladro percutor 650 W", costPrice: "90000", salePrice: "200000" });
  const list = "Código;Producto;Precio USD\nT-1;Taladro percutor 650 W;U$S 100,50";
  const poor = await review(ctx, importer.id, list);
  expect(await verdicts(ctx, poor.id)).toEqual([["changed", "row_rate_missing"]]);
  must(await saveRate(ctx, { currency: "USD", onDate: "2026-01-05", rate: "1400" }));
  const rich = await bring(ctx, importer.id, list);
  expect(rich.plan?.terms).toMatchObject({ currency: "USD", rate: "1400.000000", rateDay: "2026-01-05", discounts: "10" });
  // 100.50 × 1400 × 0.9
  expect(await ctx.db.rows(sql`SELECT cost_price::text AS cost, sale_price::text AS price FROM product`)).toEqual([{ cost: "126630.0000", price: "200000.0000" }]);
});

test("the supplier's columns are remembered by their headings, also when they moved", async () => {
  const { ctx, supplier } = await stocked();
  const first = await review(ctx, supplier.id, "Ref;Cosa;Valor A;Valor B\nB100;Bulón;900;1.000");
  must(await (await import("@/modules/imports/commands/choose-mapping.ts")).chooseMapping(ctx, first.id, { columns: { supplierCode: 0, name: 1, costPrice: 3 }, hasTax: { costPrice: true } }));
  await doJobs(ctx.tenant.id);
  must(await applyImport(ctx, first.id));
  await doJobs(ctx.tenant.id);
  const moved = await review(ctx, supplier.id, "Valor B;Ref;Nuevo;Cosa;Valor A\n1.000;B100;x;Bulón;1.200");
  expect(moved.plan).toMatchObject({ remembered: true, mapping: { columns: { supplierCode: 1, name: 3, costPrice: 0 }, hasTax: { costPrice: true } } });
  expect(moved.counts).toMatchObject({ same: 1 });
  const other = await review(ctx, supplier.id, "Código;Detalle;Precio\nB100;Bulón;1.000");
  expect(other.plan).toMatchObject({ remembered: false, mapping: { columns: { supplierCode: 0, name: 1, costPrice: 2 } } });
});

test("whose list it is comes with the upload; costs are for those who see them, suppliers for their shop", async () => {
  const { ctx, ctxOf, supplier } = await stocked();
  const other = await openShop();
  const upload = { paste: LIST, supplierId: supplier.id };
  expect(await takeUpload(await ctxOf("stock_keeper"), upload)).toMatchObject({ code: "forbidden" });
  expect(await takeUpload(other.ctx, upload)).toMatchObject({ fields: [{ path: "supplierId", code: "not_found" }] });
  const { id } = must(await takeUpload(ctx, upload));
  await doJobs(ctx.tenant.id);
  expect(await decideDoubts(other.ctx, id, { decisions: [{ row: 5, productId: null }] })).toMatchObject({ code: "not_found" });
  expect(await decideDoubts(ctx, id, { decisions: [{ row: 2, productId: null }] })).toMatchObject({ fields: [{ path: "decisions.0.row", code: "not_found" }] });
  must(await decideDoubts(ctx, id, { decisions: [{ row: 5, productId: null }] }));
  expect(must(await getImport(ctx, id)).counts).toMatchObject({ new: 2, skipped: 0 });
  must(await decideDoubts(ctx, id, { decisions: [{ row: 5 }] }));
  expect(must(await getImport(ctx, id)).counts).toMatchObject({ new: 1, skipped: 1 });
});

test("C3 the first list of a shop that was filled a minute ago is shown at once: each of its products is read a few times, not once for each other", async () => {
  const { ctx } = await openShop();
  const most = 1_000;
  const supplier = await supply(ctx, { name: "Distribuidora Sur" });
  await ctx.db.execute(sql`INSERT INTO product (id, sku, name, tax_rate, sale_price, cost_price) SELECT gen_random_uuid(), 'N-' || n, 'Bulón ' || n, 21, 100 + n, 50 FROM generate_series(1, ${most}::int) n`);
  const { id } = await review(ctx, supplier.id, ["Código;Descripción;P. Lista", ...Array.from({ length: most }, (_, i) => `N-${i + 1};Bulón ${i + 1};60`)].join("\n"));
  const read = must(await ctx.transact(async (tx) => {
    expect((await listDifferences({ db: tx }, id, 0)).items).toHaveLength(50);
    const [touched] = await tx.rows<{ n: number }>(sql`
      SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int AS n FROM pg_stat_xact_user_tables WHERE relname IN ('product', 'import_row')`);
    return accept(touched!.n);
  }));
  expect(read).toBeGreaterThan(most);
  // Of other shops in these tables some are passed over; in nested loops it was half a million, and a million by a plan that was made for the small lists above.
  expect(read).toBeLessThan(20 * most);
});
