import { expect, test } from "vitest";
import { claimJob } from "@/jobs/claim-job.ts";
import { runJob } from "@/jobs/run-job.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { updateProduct } from "@/modules/catalogue/commands/update-product.ts";
import { listProducts } from "@/modules/catalogue/queries/list-products.ts";
import { createProductSchema, listProductsSchema } from "@/modules/catalogue/schema.ts";
import { listEntryLines } from "@/modules/finance/queries/list-entry-lines.ts";
import { applyImport } from "@/modules/imports/commands/apply-import.ts";
import { applyRows } from "@/modules/imports/commands/apply-rows.ts";
import { chooseMapping } from "@/modules/imports/commands/choose-mapping.ts";
import { openImport } from "@/modules/imports/commands/open-import.ts";
import { undoImport } from "@/modules/imports/commands/undo-import.ts";
import { getImport } from "@/modules/imports/queries/get-import.ts";
import { listImportRows } from "@/modules/imports/queries/list-import-rows.ts";
import { listImports } from "@/modules/imports/queries/list-imports.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { JobLostError } from "@/modules/tenancy/postings/keep-job.ts";
import { sql } from "@/platform/db/sql.ts";
import { doJobs } from "../support/do-jobs.ts";
import { openShop } from "../support/open-shop.ts";
import { csv, importList, must, review, rowsOf } from "./import-list.ts";

const LIST = `Código;Código de barras;Descripción;Rubro;Costo;Precio venta;Stock
A-1;7791234500017;Caño PVC 110;PLOMERÍA;1.000,50;2.000;10
A-2;;Codo 90;Plomería;;350,25;
A-3;;Tee;Plomería;10;#N/A;4
;;Suelto;Varios;1;2;
A-1;;Otro caño;;1;2;
TOTAL;;;;;;14`;

const products = async (ctx: Context) => must(await listProducts(ctx, listProductsSchema.parse({ sort: "sku", limit: "200" }))).items;

/** Everything that a person would call the state of the shop; ids and codes of the ledger left out. */
async function snapshot(ctx: Context): Promise<unknown> {
  const rows = await ctx.db.rows(sql`
    SELECT p.id, p.sku, p.name, p.brand, p.category_id, p.cost_price, p.sale_price, p.tax_rate, p.min_stock, p.unit,
           (SELECT coalesce(sum(on_hand), 0)::float8 FROM stock_level l WHERE l.product_id = p.id) AS stock, (SELECT array_agg(code ORDER BY code) FROM product_barcode b WHERE b.product_id = p.id) AS codes
      FROM product p WHERE is_active ORDER BY sku`);
  const categories = await ctx.db.rows(sql`SELECT id, name FROM category ORDER BY name`);
  const balances = await ctx.db.rows(sql`SELECT account_code, sum(debit - credit) AS balance FROM journal_line GROUP BY account_code HAVING sum(debit - credit) <> 0 ORDER BY account_code`);
  return { rows, categories, balances };
}

test("C3 a list becomes products, stock and books; what is wrong stays out with its reason", async () => {
  const { ctx } = await openShop();
  const seen = await review(ctx, LIST);
  expect(seen).toMatchObject({ status: "review", counts: { new: 3, error: 2, skipped: 1 }, task: null, canChoose: true });
  expect((await rowsOf(ctx, seen.id)).map(({ row, verdict, reasons }) => [row, verdict, ...reasons.map(({ code }) => code)])).toEqual([
    [2, "new"], [3, "new"], [4, "error", "row_formula_error"], [5, "new"], [6, "error", "row_code_repeated"], [7, "skipped", "row_total"],
  ]);
  expect(await products(ctx)).toEqual([]);

  must(await applyImport(ctx, seen.id));
  await doJobs(ctx.tenant.id);
  const done = must(await getImport(ctx, seen.id));
  expect(done).toMatchObject({ status: "applied", applied: 3, counts: { new: 3, error: 2 }, canUndo: true, progress: { done: 3 } });
  expect(await products(ctx)).toMatchObject([
    { sku: "A-1", name: "Caño PVC 110", categoryName: "PLOMERÍA", costPrice: "1000.50", salePrice: "2000.00", stock: { onHand: "10.000" }, barcodes: ["7791234500017"], taxRate: "21.00" },
    { sku: "A-2", categoryName: "PLOMERÍA", salePrice: "350.25", costPrice: null },
    { sku: "A00001", name: "Suelto", categoryName: "Varios" },
  ]);
  expect(await listEntryLines(ctx, seen.id)).toEqual([{ account: "stock", debit: "10005.00", credit: "0.00" }, { account: "opening_balance", debit: "0.00", credit: "10005.00" }]);
  expect(await ctx.db.rows(sql`SELECT FROM import_file`)).toEqual([]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("the same list again changes nothing; a later one changes only what differs", async () => {
  const { ctx } = await openShop();
  await importList(ctx, LIST);
  const before = await snapshot(ctx);
  const again = await importList(ctx, LIST);
  expect(again).toMatchObject({ status: "applied", applied: 0, counts: { new: 0, changed: 0, same: 3, error: 2 } });
  expect(await snapshot(ctx)).toEqual(before);

  const dearer = await importList(ctx, "Código;Precio venta;Stock\nA-1;2.500;99\nA-2;350,25;7");
  expect(dearer.counts).toMatchObject({ changed: 2, same: 0 });
  // A-1 has been counted by movements since; A-2 never was.
  expect((await rowsOf(ctx, dearer.id)).map(({ changes, reasons }) => [changes, reasons.map(({ code }) => code)])).toEqual([
    [{ salePrice: { from: "2000.0000", to: "2500" } }, ["row_stock_kept"]], [{ stock: { from: null, to: "7" } }, []],
  ]);
  expect(await products(ctx)).toMatchObject([{ sku: "A-1", salePrice: "2500.00", stock: { onHand: "10.000" } }, { sku: "A-2", stock: { onHand: "7.000" } }, {}]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("undo is the way back: import + undo = identity, and again the other way round", async () => {
  const { ctx } = await openShop();
  await importList(ctx, "Código;Nombre;Rubro;Marca;Costo;Precio;Stock\nB-1;Martillo;Herramientas;Bahco;10;20;3\nB-2;Pinza;Herramientas;;5;9;");
  const before = await snapshot(ctx);
  const change = "Código;Código de barras;Nombre;Rubro;Marca;Costo;Precio;Stock\nB-1;7791234500017;Martillo galponero;Nueva;Stanley;11;22;9\nB-2;;Pinza;Nueva;Irwin;6;9;12\nB-3;;Clavo;Otra;;1;2;100\nB-4;;Tuerca;Otra;;1;2;";
  const done = await importList(ctx, change);
  expect(done.counts).toMatchObject({ new: 2, changed: 2 });
  expect(await snapshot(ctx)).not.toEqual(before);
  must(await undoImport(ctx, done.id, false));
  await doJobs(ctx.tenant.id);
  expect(must(await getImport(ctx, done.id))).toMatchObject({ status: "undone", applied: 0, counts: { kept: 0 }, canUndo: false });
  expect(await snapshot(ctx)).toEqual(before);
  expect(await auditTenant(ctx.db)).toEqual([]);

  // The product with opening stock is archived in the ledger's memory; the list brings it back.
  const again = await importList(ctx, change);
  expect(again.counts).toMatchObject({ new: 1, changed: 3 });
  expect(await products(ctx)).toMatchObject([{ sku: "B-1" }, { sku: "B-2", stock: { onHand: "12.000" } }, { sku: "B-3", stock: { onHand: "100.000" } }, { sku: "B-4" }]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("undo keeps and shows what was changed, sold or moved since", async () => {
  const { ctx } = await openShop();
  const done = await importList(ctx, "Código;Nombre;Precio;Stock\nC-1;Uno;1;5\nC-2;Dos;2;\nC-3;Tres;3;\nC-4;Cuatro;4;");
  const [one, two] = await products(ctx);
  const { postMovements } = await import("@/modules/stock/postings/post-movements.ts");
  const [place] = await ctx.db.rows<{ id: string }>(sql`SELECT id FROM location`);
  must(await ctx.transact(async (tx) => {
    await postMovements(tx, ctx, { type: "adjustment", locationId: place!.id, lines: [{ productId: one!.id, quantity: "-1", name: "" }], mayGoNegative: true, source: { kind: "test", id: one!.id } });
    return { ok: true, value: null };
  }));
  must(await updateProduct(ctx, two!.id, { salePrice: "2.50" }));
  expect(await undoImport(ctx, done.id, false)).toMatchObject({ ok: false, code: "import_in_use", params: { count: 1 }, fields: [{ path: expect.stringMatching(/^rows\.\d+$/), code: "import_row_used" }] });
  must(await undoImport(ctx, done.id, true));
  must(await undoImport(ctx, done.id, true));
  await doJobs(ctx.tenant.id);
  expect((await products(ctx)).map(({ sku }) => sku)).toEqual(["C-1", "C-2"]);
  expect(must(await getImport(ctx, done.id))).toMatchObject({ status: "undone", counts: { kept: 2 } });
  expect((await rowsOf(ctx, done.id)).filter(({ reasons }) => reasons.some(({ code }) => code === "row_kept")).map(({ row }) => row)).toEqual([2, 3]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

const many = (count: number) => ["Código;Nombre;Precio;Stock", ...Array.from({ length: count }, (_, i) => `M${i};Producto ${i};${i + 1};${i % 3}`)].join("\n");

test("a worker that dies in the middle of a chunk leaves whole chunks; the next one goes on, and the dead one saves nothing more", async () => {
  const { ctx } = await openShop();
  const { id } = await review(ctx, many(4_500));
  must(await applyImport(ctx, id));
  const dying = (await claimJob({ tenantIds: [ctx.tenant.id] }))!;
  let transactions = 0;
  const mortal: Context = { ...ctx, transact: (work) => ctx.transact(async (tx) => {
    const result = await work(tx);
    // The second chunk is written whole and never committed.
    if ((transactions += 1) === 2) throw new Error("killed");
    return result;
  }) };
  await expect(applyRows(mortal, dying)).rejects.toThrow("killed");
  expect(must(await getImport(ctx, id))).toMatchObject({ status: "applying", task: "apply", applied: 2_000, progress: { done: 2_000, total: 4_500 } });
  expect(await claimJob({ tenantIds: [ctx.tenant.id] })).toBeNull();

  await ctx.db.execute(sql`UPDATE job SET touched_at = now() - interval '31 seconds'`);
  const heir = (await claimJob({ tenantIds: [ctx.tenant.id] }))!;
  expect(heir).toMatchObject({ id, kind: "import.apply" });
  await expect(applyRows(ctx, dying)).rejects.toBeInstanceOf(JobLostError);
  await runJob(heir);
  expect(must(await getImport(ctx, id))).toMatchObject({ status: "applied", applied: 4_500, progress: { done: 4_500 } });
  const [count] = await ctx.db.rows(sql`SELECT count(*)::int AS n, count(DISTINCT sku)::int AS skus, (SELECT sum(on_hand)::int FROM stock_level) AS stock FROM product`);
  expect(count).toEqual({ n: 4_500, skus: 4_500, stock: 4_500 });
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("two applies at once are one, and a second worker finds nothing to do", async () => {
  const { ctx } = await openShop();
  const { id } = await review(ctx, many(300));
  const asked = await Promise.all(Array.from({ length: 8 }, () => applyImport(ctx, id)));
  expect(asked.map((result) => result.ok && result.value.status)).toEqual(Array.from({ length: 8 }, () => "applying"));
  const claims = await Promise.all(Array.from({ length: 4 }, () => claimJob({ tenantIds: [ctx.tenant.id] })));
  expect(claims.filter((job) => job !== null)).toHaveLength(1);
  await Promise.all(claims.flatMap((job) => (job ? [runJob(job)] : [])));
  expect(must(await applyImport(ctx, id)).status).toBe("applied");
  expect(must(await getImport(ctx, id))).toMatchObject({ status: "applied", applied: 300 });
  expect((await ctx.db.rows(sql`SELECT FROM audit_entry WHERE action = 'import.apply'`)).length).toBe(1);
});

test("what was taken between review and apply is seen, not run over", async () => {
  const { ctx } = await openShop();
  await importList(ctx, "Código;Nombre;Precio\nD-1;Uno;1\nD-2;Dos;2");
  const seen = await review(ctx, "Código;Código de barras;Nombre;Precio\nD-1;;Uno;9\nD-2;;Dos;9\nD-3;;Tres;3\nD-4;7791234500017;Cuatro;4");
  expect(seen.counts).toMatchObject({ changed: 2, new: 2 });
  const [one, two] = await products(ctx);
  must(await updateProduct(ctx, one!.id, { salePrice: "9" }));
  await ctx.db.execute(sql`DELETE FROM product WHERE id = ${two!.id}`);
  must(await createProduct(ctx, createProductSchema.parse({ name: "Ajeno", sku: "D-3", barcodes: ["7791234500017"] })));
  must(await applyImport(ctx, seen.id));
  await doJobs(ctx.tenant.id);
  expect((await rowsOf(ctx, seen.id)).map(({ verdict, reasons }) => [verdict, reasons.at(-1)?.code])).toEqual([["same", undefined], ["new", undefined], ["error", "row_sku_of_other"], ["error", "row_barcode_of_other"]]);
  expect(must(await getImport(ctx, seen.id))).toMatchObject({ status: "applied", counts: { same: 1, new: 1, error: 2, changed: 0 } });
});

test("choices: columns, number style, VAT; the next list with the same headings takes them over", async () => {
  const { ctx } = await openShop();
  const list = "Cosa;Importe\nTornillo;1.234\nTuerca;2.500";
  const seen = await review(ctx, list);
  expect(seen.plan?.questions.map(({ code }) => code)).toContain("number_style");
  must(await chooseMapping(ctx, seen.id, { columns: { name: "cosa", salePrice: 1 }, decimals: { salePrice: "." }, hasTax: { salePrice: false } }));
  await doJobs(ctx.tenant.id);
  const chosen = must(await getImport(ctx, seen.id));
  expect(chosen.plan).toMatchObject({ questions: [], mapping: { columns: { name: 0, salePrice: 1 }, hasTax: { salePrice: false } } });
  expect((await rowsOf(ctx, seen.id)).map(({ values }) => values.salePrice)).toEqual(["1.4931", "3.025"]);
  must(await applyImport(ctx, seen.id));
  await doJobs(ctx.tenant.id);
  const next = await review(ctx, "Cosa;Importe\nArandela;3.500");
  expect(next.plan).toMatchObject({ remembered: true, styles: { salePrice: { decimal: "." } } });
  expect(await chooseMapping(ctx, seen.id, { columns: { name: 1 } })).toMatchObject({ code: "import_not_in_review" });
  expect(await chooseMapping(ctx, next.id, { sheet: "No está" })).toMatchObject({ code: "sheet_missing" });
  must(await chooseMapping(ctx, next.id, { columns: { brand: 0 } }));
  await doJobs(ctx.tenant.id);
  expect(await applyImport(ctx, next.id)).toMatchObject({ ok: false, code: "mapping_incomplete" });
});

test("apply asked while the list is still read waits for it, and goes on by itself", async () => {
  const { ctx } = await openShop();
  const { id } = must(await openImport(ctx, csv(LIST)));
  expect(must(await applyImport(ctx, id)).status).toBe("processing");
  await doJobs(ctx.tenant.id);
  expect(must(await getImport(ctx, id))).toMatchObject({ status: "applied", applied: 3 });
});

test("B2 another shop sees nothing of it, and an id of its own is none here", async () => {
  const [a, b] = await Promise.all([openShop(), openShop()]);
  const { id } = await review(a.ctx, LIST);
  for (const tried of [getImport(b.ctx, id), applyImport(b.ctx, id), undoImport(b.ctx, id, false), chooseMapping(b.ctx, id, {}), listImportRows(b.ctx, id, { limit: 5, verdict: undefined, cursor: undefined })]) {
    expect(await tried).toMatchObject({ ok: false, code: "not_found" });
  }
  expect(await listImports(b.ctx, 10)).toEqual([]);
  await importList(b.ctx, LIST);
  expect(must(await getImport(a.ctx, id))).toMatchObject({ status: "review", counts: { new: 3 } });
});

test("A7 who may not see costs maps none, sees none, and not the lists of others", async () => {
  const { ctx, ctxOf } = await openShop();
  const owners = await importList(ctx, LIST);
  const keeper = await ctxOf("stock_keeper");
  expect(await getImport(keeper, owners.id)).toMatchObject({ code: "not_found" });
  const own = await review(keeper, LIST.replaceAll("350,25", "400"));
  expect(own.plan?.mapping.columns).not.toHaveProperty("costPrice");
  expect(JSON.stringify(await rowsOf(keeper, own.id))).not.toContain("costPrice");
  expect((await listImports(keeper, 10)).map(({ id }) => id)).toEqual([own.id]);
});

test("a file that nobody can read is refused at once; naughty text passes whole", async () => {
  const { ctx } = await openShop();
  expect(await openImport(ctx, csv(""))).toMatchObject({ ok: false, code: "file_empty" });
  expect(await openImport(ctx, { kind: "file", bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46, 1, 2]), fileName: "x.pdf" })).toMatchObject({ code: "file_type" });
  const names = ["'; DROP TABLE product; --", "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "Ω≈ç√∫ 田中さん 😀", "{{7*7}} ${x}"];
  const done = await importList(ctx, ["Nombre;Precio", ...names.map((name, i) => `"${name.replaceAll('"', '""')}";${i + 1}`)].join("\n"));
  expect(done.counts).toMatchObject({ new: 5, error: 0 });
  expect((await products(ctx)).map(({ name }) => name).sort()).toEqual([...names].sort());
});
