import { expect, test } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { exportProducts } from "@/modules/catalogue/queries/export-products.ts";
import { createProductSchema, exportProductsSchema, SORTS } from "@/modules/catalogue/schema.ts";
import { savePriceList } from "@/modules/pricing/commands/save-price-list.ts";
import { exportList } from "@/modules/pricing/queries/export-list.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { saveSupplierProducts } from "@/modules/suppliers/commands/save-supplier-products.ts";
import { createSupplierSchema, supplierProductsSchema } from "@/modules/suppliers/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { readSpreadsheet } from "@/platform/spreadsheet/read-spreadsheet.ts";
import type { SheetFile } from "@/platform/spreadsheet/sheet-file.ts";
import { openShop } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const EVIL = ["=1+1", "+54 11 4444", "-cmd|' /C calc'!A0", "@SUM(A1)", "\tTab", "Común"];
const add = async (ctx: Context, given: object) => must(await createProduct(ctx, createProductSchema.parse(given)));
const textOf = async (file: SheetFile) => Buffer.from(await new Response(file.body).arrayBuffer()).toString("utf8");
const linesOf = async (file: SheetFile) => (await textOf(file)).trim().split("\r\n").map((line) => line.split(";"));
const rowsOf = async (file: SheetFile) => must(await readSpreadsheet(new Uint8Array(await new Response(file.body).arrayBuffer()), file.name))[0]!.rows;
const make = (ctx: Context, given: object = {}) => exportProducts(ctx, exportProductsSchema.parse({ format: "csv", ...given }));

test("exports: CSV with mark, semicolons and decimal comma, no formula, only this shop's, costs for those who may see them", async () => {
  const [{ ctx, ctxOf }, other] = await Promise.all([openShop(), openShop()]);
  for (const [i, name] of EVIL.entries()) await ctx.db.execute(sql`INSERT INTO product (id, sku, name, tax_rate, sale_price, cost_price) VALUES (gen_random_uuid(), ${`E-${i}`}, ${name}, 21, 1234.5, 800.25)`);
  await add(other.ctx, { name: "Ajeno", sku: "X" });
  const file = await make(ctx, { sort: "sku" });
  expect(file).toMatchObject({ name: "Productos.csv", type: "text/csv; charset=utf-8" });
  const text = await textOf(file);
  expect(text.startsWith("\ufeffCódigo;Nombre;")).toBe(true);
  expect(text).not.toContain("Ajeno");
  const rows = text.trim().split("\r\n").slice(1);
  expect(rows).toHaveLength(EVIL.length);
  expect(rows.slice(0, 5).every((row) => /^E-\d;"?'[=+\-@\t]/.test(row))).toBe(true);
  expect(rows[5]).toContain("E-5;Común;");
  expect(rows[0]).toContain(";800,25");
  expect(rows[0]).toContain(";1234,5");
  // In a workbook by another's reader: words are words, whatever they begin with, and numbers are numbers.
  const cells = (await rowsOf(await make(ctx, { sort: "sku", format: "xlsx" }))).slice(1);
  expect(cells.map((row) => row[1]?.kind)).toEqual(EVIL.map(() => "text"));
  expect(cells.flat().some((cell) => cell.formula)).toBe(false);
  expect(cells.map((row) => row.filter(({ kind }) => kind === "number").map(({ number }) => number))).toEqual(EVIL.map(() => expect.arrayContaining(["800.25", "1234.5", "21"])));
  const [header, first] = await linesOf(await make(await ctxOf("stock_keeper"), { sort: "sku" }));
  expect(header).not.toContain("Costo");
  expect(first!.join(";")).not.toContain("800,25");
});

test("exports: as the list is filtered, all of its pages, numbers as numbers in XLSX", async () => {
  const { ctx, tenantId } = await openShop();
  await ctx.db.execute(sql`INSERT INTO product (id, sku, name, tax_rate, sale_price) SELECT gen_random_uuid(), 'F-' || n, CASE WHEN n % 2 = 0 THEN 'Clavo ' ELSE 'Bulón ' END || n, 21, CASE WHEN n > 1 THEN n + 0.5 END FROM generate_series(1, 1203) n`);
  expect(await linesOf(await make(ctx))).toHaveLength(1_204);
  expect((await linesOf(await make(ctx, { q: "clavo" }))).slice(1).every(([, name]) => name!.startsWith("Clavo"))).toBe(true);
  expect(await linesOf(await make(ctx, { q: "clavo" }))).toHaveLength(602);
  await ctx.db.execute(sql`UPDATE product SET brand = 'Acindar', tags = ARRAY['oferta'] WHERE sku IN ('F-2', 'F-3')`);
  const supplier = must(await saveSupplier(ctx, null, createSupplierSchema.parse({ name: "Sur" })));
  must(await saveSupplierProducts(ctx, supplier.id, supplierProductsSchema.parse({ items: [{ sku: "F-2", listPrice: "1" }, { sku: "F-4", listPrice: "2" }] }).items));
  const skus = async (given: object) => (await linesOf(await make(ctx, given))).slice(1).map(([sku]) => sku);
  for (const narrow of [{ brand: "Acindar" }, { tag: "oferta" }]) {
    expect((await skus(narrow)).toSorted()).toEqual(["F-2", "F-3"]);
    expect(await skus({ ...narrow, q: "clavo" })).toEqual(["F-2"]);
  }
  for (const sort of SORTS) expect((await skus({ supplierId: supplier.id, sort })).toSorted()).toEqual(["F-2", "F-4"]);
  expect(await skus({ supplierId: supplier.id, brand: "Acindar", q: "clavo" })).toEqual(["F-2"]);
  expect((await linesOf(await make(ctx, { state: "no_price" })))[1]!.slice(0, 2)).toEqual(["F-1", "Bulón 1"]);
  const workbook = await make(ctx, { format: "xlsx", sort: "-price" });
  expect(workbook.name).toBe("Productos.xlsx");
  expect((await rowsOf(workbook))[1]).toContainEqual(expect.objectContaining({ kind: "number", number: "1203.5" }));
  const list = must(await savePriceList(ctx, null, { name: "Gremio 10/20", percent: "-10" }));
  const prices = must(await exportList(ctx, list.id, "csv"));
  expect(prices.name).toBe("Gremio 10 20.csv");
  expect((await linesOf(prices)).find(([sku]) => sku === "F-2")).toEqual(["F-2", "Clavo 2", "2,25"]);
  expect(must(await exportList(ctx, tenantId, "xlsx")).name).toBe("Lista base.xlsx");
  expect(await exportList((await openShop()).ctx, list.id, "csv")).toMatchObject({ code: "not_found" });
});
