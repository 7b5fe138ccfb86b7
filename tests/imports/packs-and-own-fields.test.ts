import fc from "fast-check";
import { expect, test } from "vitest";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { saveCustomFields } from "@/modules/catalogue/commands/save-custom-fields.ts";
import { saveKit } from "@/modules/catalogue/commands/save-kit.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { listProducts } from "@/modules/catalogue/queries/list-products.ts";
import { createProductSchema, kitSchema, listProductsSchema } from "@/modules/catalogue/schema.ts";
import { applyImport } from "@/modules/imports/commands/apply-import.ts";
import { chooseMapping } from "@/modules/imports/commands/choose-mapping.ts";
import { undoImport } from "@/modules/imports/commands/undo-import.ts";
import { getImport } from "@/modules/imports/queries/get-import.ts";
import { customKey } from "@/modules/imports/rules/import-values.ts";
import { mappingSchema } from "@/modules/imports/schema.ts";
import { saveRate } from "@/modules/suppliers/commands/save-rate.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { newId } from "@/kernel/id.ts";
import { sql } from "@/platform/db/sql.ts";
import { doJobs } from "../support/do-jobs.ts";
import { openShop } from "../support/open-shop.ts";
import { importList, must, review, rowsOf } from "./import-list.ts";

const products = async (ctx: Context) => must(await listProducts(ctx, listProductsSchema.parse({ sort: "sku", limit: "200" }))).items;
const add = async (ctx: Context, given: object) => must(await createProduct(ctx, createProductSchema.parse({ taxRate: "21.00", ...given })));

async function undo(ctx: Context, id: string): Promise<void> {
  must(await undoImport(ctx, id, true));
  await doJobs(ctx.tenant.id);
}

/** All that such a list may touch. */
async function contents(ctx: Context): Promise<unknown> {
  return ctx.db.rows(sql`
    SELECT p.id, p.sku, p.name, p.cost_price, p.cost_currency, p.sale_price, p.custom_fields,
           (SELECT json_agg(json_build_array(b.code, b.pack_size, b.unit) ORDER BY b.code) FROM product_barcode b WHERE b.product_id = p.id) AS packs FROM product p WHERE is_active ORDER BY sku`);
}

const PACKS = `Código;EAN;EAN bulto;Bulto;Nombre;Precio venta
A-1;7791234500017;17791234500014;caja x 12;Codo 90;100
A-2;7791234500024;27791234500028;x 6;Tee 110;200
A-3;7791234500031;37791234500032;muchas;Cupla;300
A-4;7791234500048;17791234500014;x 3;Curva;400`;

test("C3 a list brings the codes of packs with their units; a scanned box is so many of one product", async () => {
  const { ctx } = await openShop();
  const seen = await review(ctx, PACKS);
  expect(seen.plan?.mapping.columns).toMatchObject({ barcode: 1, packBarcode: 2, packSize: 3 });
  expect((await rowsOf(ctx, seen.id)).map(({ verdict, reasons }) => [verdict, ...reasons.map(({ code }) => code)])).toEqual([["new"], ["new"], ["new", "row_pack_unreadable"], ["error", "row_code_repeated"]]);
  await importList(ctx, PACKS);
  expect((await products(ctx)).map(({ sku, packs }) => [sku, packs])).toEqual([
    ["A-1", [{ code: "7791234500017", packSize: "1", unit: null }, { code: "17791234500014", packSize: "12", unit: "box" }]],
    ["A-2", [{ code: "7791234500024", packSize: "1", unit: null }, { code: "27791234500028", packSize: "6", unit: "pack" }]],
    ["A-3", [{ code: "7791234500031", packSize: "1", unit: null }]],
  ]);
  const before = await contents(ctx);
  // The same again is the same; another size changes what the code stands for, and goes back; what was changed since stays.
  expect((await importList(ctx, PACKS)).counts).toMatchObject({ new: 0, changed: 0, same: 3 });
  const larger = await importList(ctx, "Código;EAN bulto;Bulto\nA-1;17791234500014;caja x 24\nA-2;47791234500046;x 50");
  expect((await products(ctx)).map(({ packs }) => packs.map(({ packSize }) => packSize))).toEqual([["1", "24"], ["1", "6", "50"], ["1"]]);
  await undo(ctx, larger.id);
  expect(await contents(ctx)).toEqual(before);
});

test("a pack's code that another product has keeps the row out, at the review and when it was taken since", async () => {
  const { ctx } = await openShop();
  await add(ctx, { name: "Caja de codos", sku: "C", barcodes: ["17791234500014"] });
  expect((await review(ctx, "Código;EAN bulto;Bulto;Nombre\nA-9;17791234500014;x 12;Codo suelto")).counts).toMatchObject({ error: 1 });
  // A row without any other code is recognised by its pack's.
  expect((await review(ctx, "EAN bulto;Bulto;Nombre;Precio venta\n17791234500014;x 12;Caja de codos;50")).counts).toMatchObject({ changed: 1 });
  await add(ctx, { name: "Tee", sku: "T" });
  const late = await importList(ctx, "Código;EAN bulto;Bulto\nT;17791234500014;x 12");
  expect((await rowsOf(ctx, late.id)).map(({ verdict, reasons }) => [verdict, ...reasons.map(({ code }) => code)])).toEqual([["error", "row_barcode_of_other"]]);
});

const OWN = `Código;Nombre;Pasillo;Peso kg;Color;Importado;Vence
A-1;Codo 90;4;1,250;rojo;sí;5/3/2027
A-2;Tee 110;;mucho;verde;quizás;31/2/2027`;

async function withFields(ctx: Context) {
  const fields = [
    { name: "Pasillo", kind: "text" }, { name: "Peso kg", kind: "number" }, { name: "Color", kind: "choice", options: ["Rojo", "Azul"] }, { name: "Importado", kind: "yes_no" }, { name: "Vence", kind: "date" },
  ].map((field) => ({ id: newId(), options: [] as string[], ...field }) as Parameters<typeof saveCustomFields>[1][number]);
  must(await saveCustomFields(ctx, fields));
  return fields.map(({ id }) => id);
}

test("fields of the shop's own are known by their names, read by their kind, and remembered with the mapping", async () => {
  const { ctx } = await openShop();
  const [aisle, weight, colour, imported, expires] = (await withFields(ctx)) as [string, string, string, string, string];
  const seen = await review(ctx, OWN);
  expect(seen.plan?.mapping.columns).toEqual({ sku: 0, name: 1, [customKey(aisle)]: 2, [customKey(weight)]: 3, [customKey(colour)]: 4, [customKey(imported)]: 5, [customKey(expires)]: 6 });
  const done = await importList(ctx, OWN);
  expect((await rowsOf(ctx, done.id)).map(({ verdict, reasons }) => [verdict, ...reasons.map(({ code }) => code)])).toEqual([["new"], ["new", ...Array<string>(4).fill("row_field_unreadable")]]);
  expect((await products(ctx)).map(({ customFields }) => customFields)).toEqual([{ [aisle]: "4", [weight]: "1.25", [colour]: "Rojo", [imported]: "true", [expires]: "2027-03-05" }, {}]);
  expect((await importList(ctx, OWN)).counts).toMatchObject({ changed: 0, same: 2 });

  // Another heading, mapped by hand: the next list with it finds its column alone.
  const other = await review(ctx, "Código;Ubicación\nA-1;9\nA-2;7");
  expect(other.plan?.mapping.columns).toEqual({ sku: 0 });
  must(await chooseMapping(ctx, other.id, mappingSchema.parse({ columns: { sku: 0, [customKey(aisle)]: "Ubicación" } })));
  await doJobs(ctx.tenant.id);
  must(await applyImport(ctx, other.id));
  await doJobs(ctx.tenant.id);
  expect(must(await getImport(ctx, other.id)).counts).toMatchObject({ changed: 2 });
  const next = await importList(ctx, "Código;Ubicación\nA-1;9\nA-2;8");
  expect(next.plan).toMatchObject({ remembered: true });
  expect((await products(ctx)).map(({ customFields }) => customFields[aisle])).toEqual(["9", "8"]);
  await undo(ctx, next.id);
  expect((await products(ctx)).map(({ customFields }) => customFields)).toEqual([{ [aisle]: "9", [weight]: "1.25", [colour]: "Rojo", [imported]: "true", [expires]: "2027-03-05" }, { [aisle]: "7" }]);
});

test("a kit keeps what it has from its components, and a cost in dollars stays one", async () => {
  const { ctx } = await openShop();
  must(await saveRate(ctx, { currency: "USD", onDate: "2020-01-05", rate: "1000" }));
  const part = await add(ctx, { name: "Canilla", sku: "P", costPrice: "60", salePrice: "100" });
  const kit = await add(ctx, { name: "Kit", sku: "K", salePrice: "150" });
  must(await saveKit(ctx, kit.id, kitSchema.parse({ components: [{ productId: part.id, quantity: "2" }] })));
  const drill = await add(ctx, { name: "Taladro", sku: "T", costPrice: "45", costCurrency: "USD" });
  // Looked at while it was a product like any other, applied when it is a kit.
  const later = await add(ctx, { name: "Combo", sku: "C", salePrice: "150" });
  const early = await review(ctx, "Código;Costo;Precio venta;Stock\nC;5;170;9");
  must(await saveKit(ctx, later.id, kitSchema.parse({ components: [{ productId: part.id, quantity: "1" }] })));
  must(await applyImport(ctx, early.id));
  await doJobs(ctx.tenant.id);
  expect(await getProduct(ctx, ctx.db, later.id)).toMatchObject({ costPrice: "60.00", salePrice: "170.00" });
  const list = await importList(ctx, "Código;Costo;Precio venta;Stock\nK;5;170;9\nT;52000,50;90000,50;3");
  expect((await rowsOf(ctx, list.id)).map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([["row_kit_kept"], ["row_cost_kept"]]);
  expect(await getProduct(ctx, ctx.db, kit.id)).toMatchObject({ costPrice: "120.00", salePrice: "170.00" });
  expect(await getProduct(ctx, ctx.db, drill.id)).toMatchObject({ costPrice: "45.00", costCurrency: "USD", salePrice: "90000.50", stock: { onHand: "3.000" } });
  expect(await ctx.db.rows(sql`SELECT FROM stock_level WHERE product_id = ANY (${[kit.id, later.id]}::uuid[])`)).toEqual([]);
});

test("import + undo = identity, for any list with packs and own fields over any shop", async () => {
  const { ctx } = await openShop();
  const [aisle] = (await withFields(ctx)) as [string];
  for (const n of [1, 2, 3]) await add(ctx, { name: `Producto ${n}`, sku: `S-${n}`, salePrice: `${n}0`, barcodes: n === 1 ? [{ code: "17791234500014", packSize: "12", unit: "box" }] : [], customFields: n === 2 ? { [aisle]: "1" } : {} });
  const line = fc.record({
    sku: fc.constantFrom("S-1", "S-2", "S-3", "N-1", "N-2"), code: fc.constantFrom("", "17791234500014", "27791234500028", "37791234500032"), pack: fc.constantFrom("", "x 6", "caja x 12", "x 24"), aisle: fc.constantFrom("", "1", "2"), price: fc.constantFrom("", "10", "15,5"),
  });
  let touched = 0;
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(line, { minLength: 2, maxLength: 5, selector: ({ sku }) => sku }), async (lines) => {
      const before = await contents(ctx);
      const text = ["Código;Nombre;EAN bulto;Bulto;Pasillo;Precio venta", ...lines.map(({ sku, code, pack, aisle: at, price }) => [sku, `Artículo ${sku}`, code, pack, at, price].join(";"))].join("\n");
      const done = await importList(ctx, text);
      touched += done.applied;
      if (done.applied > 0) await undo(ctx, done.id);
      expect(await contents(ctx)).toEqual(before);
    }),
    { numRuns: 12 },
  );
  // Names differ from the shop's, so every known product is changed: it cannot pass by doing nothing.
  expect(touched).toBeGreaterThan(12);
}, 60_000);
