import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { changeProducts } from "@/modules/catalogue/commands/change-products.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { deleteCategory } from "@/modules/catalogue/commands/delete-category.ts";
import { saveCategory } from "@/modules/catalogue/commands/save-category.ts";
import { saveProductForm } from "@/modules/catalogue/commands/save-product-form.ts";
import { findRival } from "@/modules/catalogue/queries/find-rival.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { createProductSchema, productForm } from "@/modules/catalogue/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { openShop } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const add = async (ctx: Context, given: object) => must(await createProduct(ctx, createProductSchema.parse(given)));
const form = (given: object) =>
  productForm.parse({ id: newId(), version: null, name: "Codo", sku: "", brand: "", supplierCode: "", description: "", unit: "u", taxRate: "21.00", categoryId: null, categoryName: "", salePrice: "", minStock: "", maxStock: "", barcodes: [], ...given });

test("the form makes one product however often it is sent, and changes it by version", async () => {
  const { ctx } = await openShop();
  const given = form({ salePrice: "1.234,50", costPrice: "500", initialStock: "2,5", unit: "m", categoryName: "Plomería", barcodes: [{ code: "7791234500017", packSize: "" }, { code: "17791234500014", packSize: "12" }] });
  const [first, second] = [must(await saveProductForm(ctx, given)), must(await saveProductForm(ctx, given))];
  expect(second.id).toBe(first.id);
  expect(first).toMatchObject({ salePrice: "1234.50", stock: { onHand: "2.500" }, categoryName: "Plomería", packs: [{ code: "7791234500017", packSize: "1" }, { code: "17791234500014", packSize: "12" }] });
  const edited = must(await saveProductForm(ctx, form({ id: first.id, version: first.version, name: "Codo 90°", salePrice: "", sku: first.sku })));
  expect(edited).toMatchObject({ name: "Codo 90°", salePrice: null, costPrice: "500.00", categoryId: null, barcodes: [], stock: { onHand: "2.500" } });
  expect(await saveProductForm(ctx, form({ id: first.id, version: first.version }))).toMatchObject({ code: "version_changed" });
  expect(await findRival(ctx, first.id)).toMatchObject({ product: { version: edited.version }, change: { by: "Marta Quiroga" } });
});

test("a code that is taken is told with the name of its owner, and nothing is written", async () => {
  const { ctx } = await openShop();
  await add(ctx, { name: "Codo 110", sku: "X-1", barcodes: ["7791234500017"] });
  const id = newId();
  const refused = await saveProductForm(ctx, form({ id, sku: "X-1", barcodes: [{ code: "1", packSize: "" }, { code: "7791234500017", packSize: "" }] }));
  expect(refused).toMatchObject({ fields: [{ path: "sku", code: "sku_taken", params: { name: "Codo 110" } }, { path: "barcodes.1.code", code: "barcode_taken", params: { name: "Codo 110" } }] });
  expect(await getProduct(ctx, ctx.db, id)).toBeNull();
});

test("a form without costs leaves them alone, and who may not see them cannot send one", async () => {
  const { ctx, ctxOf } = await openShop();
  const made = await add(ctx, { name: "Martillo", costPrice: "60" });
  const keeper = await ctxOf("stock_keeper");
  must(await saveProductForm(keeper, form({ id: made.id, version: made.version, name: "Martillo bolita", sku: made.sku })));
  expect(await getProduct(ctx, ctx.db, made.id)).toMatchObject({ name: "Martillo bolita", costPrice: "60.00" });
  expect(await saveProductForm(keeper, form({ id: made.id, version: made.version + 1, costPrice: "1" }))).toMatchObject({ code: "forbidden" });
});

test("several products are archived and moved at once; those of another shop are passed over", async () => {
  const [mine, other] = await Promise.all([openShop(), openShop()]);
  const [a, b, foreign] = [await add(mine.ctx, { name: "a" }), await add(mine.ctx, { name: "b" }), await add(other.ctx, { name: "c" })];
  const ids = [b.id, a.id, foreign.id];
  expect(must(await changeProducts(mine.ctx, { ids, isActive: false })).changed.sort()).toEqual([a.id, b.id].sort());
  expect(must(await changeProducts(mine.ctx, { ids, isActive: false })).changed).toEqual([]);
  expect(await getProduct(other.ctx, other.ctx.db, foreign.id)).toMatchObject({ isActive: true, version: 1 });
  const theirs = must(await saveCategory(other.ctx, null, { name: "Ajeno" }));
  expect(await changeProducts(mine.ctx, { ids, categoryId: theirs.id })).toMatchObject({ fields: [{ path: "categoryId", code: "not_found" }] });
});

test("a category goes and what it held stays: moved, or standing alone", async () => {
  const { ctx } = await openShop();
  const product = await add(ctx, { name: "Martillo", categoryName: "Manuales" });
  const manual = product.categoryId!;
  const child = must(await saveCategory(ctx, null, { name: "Martillos", parentId: manual }));
  const tools = must(await saveCategory(ctx, null, { name: "Herramientas" }));
  expect(await deleteCategory(ctx, manual)).toMatchObject({ code: "category_in_use" });
  expect(await deleteCategory(ctx, manual, child.id)).toMatchObject({ code: "category_cycle" });
  expect(must(await deleteCategory(ctx, manual, tools.id))).toEqual({ moved: 1 });
  expect(await listCategories(ctx)).toMatchObject([{ name: "Herramientas", productCount: 1 }, { name: "Martillos", parentId: tools.id }]);
  must(await deleteCategory(ctx, tools.id, null));
  expect(await listCategories(ctx)).toMatchObject([{ name: "Martillos", parentId: null }]);
  expect(await getProduct(ctx, ctx.db, product.id)).toMatchObject({ categoryId: null, version: 3 });
});
