import fc from "fast-check";
import { expect, test } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { newId } from "@/kernel/id.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { readDiscountChain } from "@/modules/pricing/rules/discount-chain.ts";
import { replacementCost } from "@/modules/pricing/rules/cost-chain.ts";
import { saveRate } from "@/modules/suppliers/commands/save-rate.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { saveSupplierProducts } from "@/modules/suppliers/commands/save-supplier-products.ts";
import { listSupplierProducts } from "@/modules/suppliers/queries/list-supplier-products.ts";
import { listSuppliers } from "@/modules/suppliers/queries/list-suppliers.ts";
import { createSupplierSchema, listSuppliersSchema, supplierForm, supplierProductsSchema, updateSupplierSchema } from "@/modules/suppliers/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const supply = async (ctx: Context, given: object) => must(await saveSupplier(ctx, null, createSupplierSchema.parse(given)));
const link = (ctx: Context, supplierId: string, items: object[]) => saveSupplierProducts(ctx, supplierId, supplierProductsSchema.parse({ items }).items);
const product = async (ctx: Context, given: object) => must(await createProduct(ctx, createProductSchema.parse({ unit: "u", ...given })));

test("G1 a contact without a name is told so, and not dropped with its telephone", () => {
  const form = { id: newId(), version: null, name: "Sur", taxId: "", currency: "ARS", discounts: "", freightPercent: "", leadDays: "", orderDays: [], minOrder: "", notes: "" };
  const nobody = { name: "", phone: "", email: "", note: "" };
  const told = supplierForm.safeParse({ ...form, contacts: [nobody, { ...nobody, phone: "11 5555-0101" }] });
  expect(told.error?.issues).toMatchObject([{ path: ["contacts", 1, "name"], message: "required" }]);
  expect(supplierForm.parse({ ...form, contacts: [nobody, { ...nobody, name: "Nora" }] }).contacts).toEqual([{ ...nobody, name: "Nora" }]);
});

test("G1 a supplier keeps its terms in one way of writing, once per name and tax id, and by version", async () => {
  const { ctx } = await openShop();
  const made = await supply(ctx, { name: "Distribuidora Sur", taxId: "30-50001091-2", discounts: "20 + 10% + 5,50", freightPercent: "3", leadDays: 4, orderDays: [4, 2, 2], minOrder: "150000", contacts: [{ name: "Nora" }] });
  expect(made).toMatchObject({ taxId: "30500010912", discounts: "20+10+5.5", currency: "ARS", orderDays: [2, 4], minOrder: "150000.00", productCount: 0, contacts: [{ name: "Nora", phone: "", email: "", note: "" }] });
  expect(await saveSupplier(ctx, null, { name: "Distribuidora Sur" })).toMatchObject({ fields: [{ path: "name", code: "supplier_taken" }] });
  expect(await saveSupplier(ctx, null, { name: "Otra", taxId: "30500010912" })).toMatchObject({ fields: [{ path: "taxId", code: "tax_id_taken" }] });
  expect(createSupplierSchema.safeParse({ name: "x", taxId: "30-50001091-3" }).success).toBe(false);
  const changed = must(await saveSupplier(ctx, made.id, updateSupplierSchema.parse({ version: made.version, leadDays: null, taxId: "" })));
  expect(changed).toMatchObject({ leadDays: null, taxId: null, discounts: "20+10+5.5", version: 2 });
  expect(await saveSupplier(ctx, made.id, { version: 1, notes: "x" })).toMatchObject({ code: "version_changed" });
});

test("G1 lists by name in pages, finds by name and tax id, and shows nobody another shop's", async () => {
  const [{ ctx }, other] = await Promise.all([openShop(), openShop()]);
  for (const name of ["Ñandú", "Acerías", "Bulonera"]) await supply(ctx, { name, ...(name === "Bulonera" ? { taxId: "33693450239" } : {}) });
  const names = async (input: object) => must(await listSuppliers(ctx, listSuppliersSchema.parse(input))).items.map(({ name }) => name);
  expect(await names({})).toEqual(["Acerías", "Bulonera", "Ñandú"]);
  expect(await names({ q: "acerias" })).toEqual(["Acerías"]);
  expect(await names({ q: "33-6934" })).toEqual(["Bulonera"]);
  const first = must(await listSuppliers(ctx, listSuppliersSchema.parse({ limit: "2" })));
  expect(await names({ limit: "2", cursor: first.nextCursor! })).toEqual(["Ñandú"]);
  expect(must(await listSuppliers(other.ctx, listSuppliersSchema.parse({}))).items).toEqual([]);
});

test("D2 a list price in dollars becomes the product's cost through rate, chain, freight and pack", async () => {
  const { ctx, ctxOf } = await openShop();
  const [bolt, nut] = [await product(ctx, { name: "Bulón", sku: "BU-1", salePrice: "20000" }), await product(ctx, { name: "Tuerca", sku: "TU-1" })];
  const supplier = await supply(ctx, { name: "Importadora", currency: "USD", discounts: "20+10+5", freightPercent: "3" });
  must(await saveRate(ctx, { currency: "USD", onDate: "2026-01-02", rate: "1200" }));
  must(await saveRate(ctx, { currency: "USD", onDate: "2026-01-05", rate: "1435.50" }));
  must(await saveRate(ctx, { currency: "USD", onDate: "2099-01-01", rate: "9999" }));
  must(await link(ctx, supplier.id, [{ sku: "BU-1", code: "X9", listPrice: "120", packSize: "12" }, { productId: nut.id }]));
  const items = must(await listSupplierProducts(ctx, supplier.id, { limit: 10 })).items;
  expect(items).toMatchObject([{ sku: "BU-1", code: "X9", listPrice: "120.00", isMain: true, cost: "10113.3846" }, { sku: "TU-1", listPrice: null, cost: null }]);
  expect(await getProduct(ctx, ctx.db, bolt.id)).toMatchObject({ costPrice: "10113.3846", version: 2 });
  must(await link(ctx, supplier.id, [{ sku: "BU-1", listPrice: "132" }]));
  expect(must(await listSupplierProducts(ctx, supplier.id, { limit: 10 })).items[0]).toMatchObject({ code: "X9", packSize: "12.000", cost: "11124.7231" });
  expect(must(await listSupplierProducts(await ctxOf("stock_keeper"), supplier.id, { limit: 10 })).items[0]).not.toHaveProperty("listPrice");
  expect(await link(await ctxOf("stock_keeper"), supplier.id, [{ sku: "BU-1", listPrice: "1" }])).toMatchObject({ code: "forbidden" });
  expect(await link(ctx, supplier.id, [{ sku: "TU-1", code: "X9" }])).toMatchObject({ fields: [{ code: "supplier_code_taken" }] });
  expect(await link(ctx, supplier.id, [{ sku: "NO" }])).toMatchObject({ fields: [{ path: "items.0.sku", code: "product_unknown" }] });
});

test("G1 one supplier of a product is the main one, until another takes its place", async () => {
  const { ctx } = await openShop();
  await product(ctx, { name: "Bulón", sku: "BU-1" });
  const [a, b] = [await supply(ctx, { name: "A" }), await supply(ctx, { name: "B", discounts: "50" })];
  must(await link(ctx, a.id, [{ sku: "BU-1", listPrice: "100" }]));
  must(await link(ctx, b.id, [{ sku: "BU-1", listPrice: "100" }]));
  const cost = async () => (await ctx.db.rows<{ cost: string }>(sql`SELECT cost FROM replacement_cost`))[0]!.cost;
  expect(await cost()).toBe("100.0000");
  must(await link(ctx, b.id, [{ sku: "BU-1", isMain: true }]));
  expect(await cost()).toBe("50.0000");
});

test("D2 the database's chain and the rule's are one", async () => {
  const { ctx } = await openShop();
  const { sku } = await product(ctx, { name: "Bulón" });
  const supplier = await supply(ctx, { name: "A", currency: "USD" });
  const two = (most: number) => fc.integer({ min: 1, max: most }).map((n) => (n / 100).toFixed(2));
  const drawn = fc.record({ listPrice: two(9_999_999), rate: two(999_999), chain: fc.array(two(9_900), { maxLength: 5 }), freight: two(9_999), pack: fc.constantFrom("1", "3", "7", "12", "0.250") });
  await fc.assert(fc.asyncProperty(drawn, async ({ listPrice, rate, chain, freight, pack }) => {
    must(await saveRate(ctx, { currency: "USD", onDate: "2026-01-02", rate }));
    const saved = must(await saveSupplier(ctx, supplier.id, updateSupplierSchema.parse({ discounts: chain.join("+"), freightPercent: freight })));
    must(await link(ctx, supplier.id, [{ sku, listPrice, packSize: pack }]));
    const [row] = await ctx.db.rows<{ cost: string }>(sql`SELECT cost FROM replacement_cost`);
    expect(row!.cost).toBe(replacementCost({ listPrice, packSize: pack, rate, discounts: readDiscountChain(saved.discounts)!, freightPercent: freight }));
  }), { numRuns: 25 });
}, 60_000);
