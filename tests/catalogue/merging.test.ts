import { expect, test } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { changeProducts } from "@/modules/catalogue/commands/change-products.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { saveKit } from "@/modules/catalogue/commands/save-kit.ts";
import { updateProduct } from "@/modules/catalogue/commands/update-product.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { createProductSchema, kitSchema, updateProductSchema } from "@/modules/catalogue/schema.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { mergeProducts } from "@/modules/merging/commands/merge-products.ts";
import { tellApart } from "@/modules/merging/commands/tell-apart.ts";
import { undoMerge } from "@/modules/merging/commands/undo-merge.ts";
import { findDuplicates } from "@/modules/merging/queries/find-duplicates.ts";
import { TAKEABLE } from "@/modules/merging/rules/takeable.ts";
import { distinctSchema, mergeSchema } from "@/modules/merging/schema.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { getSale } from "@/modules/sales/queries/get-sale.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import { cancelTransfer } from "@/modules/stock/commands/cancel-transfer.ts";
import { cancelCount } from "@/modules/stock/commands/move-count.ts";
import { openCount } from "@/modules/stock/commands/open-count.ts";
import { requestTransfer } from "@/modules/stock/commands/request-transfer.ts";
import { saveLimits } from "@/modules/stock/commands/save-limits.ts";
import { saveLocation } from "@/modules/stock/commands/save-location.ts";
import { openCountSchema } from "@/modules/stock/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";
import { seeded } from "../support/seeded.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const add = async (ctx: Context, given: object) => must(await createProduct(ctx, createProductSchema.parse({ taxRate: "21.00", ...given })));
const merge = (ctx: Context, survivorId: string, absorbedId: string, take: string[] = []) => mergeProducts(ctx, mergeSchema.parse({ survivorId, absorbedId, take }));
const sell = async (ctx: Context, productId: string, quantity: string) => must(await registerSale(ctx, registerSaleSchema.parse({ lines: [{ productId, quantity }] })));

/** All that a merge may touch, but for stamps and for shelves that became empty. */
async function contents(ctx: Context): Promise<unknown> {
  const [products, barcodes, lines, prices, shelves, kits] = await Promise.all([
    ctx.db.rows(sql`SELECT id, sku, name, brand, description, supplier_code, category_id, tax_rate, sale_price, cost_price, min_stock, max_stock, is_active, merged_into_id FROM product ORDER BY id`),
    ctx.db.rows(sql`SELECT code, product_id, pack_size, unit FROM product_barcode ORDER BY code`),
    ctx.db.rows(sql`SELECT supplier_id, product_id, code, list_price, is_main FROM supplier_product ORDER BY supplier_id, product_id`),
    ctx.db.rows(sql`SELECT list_id, product_id, price FROM list_price ORDER BY list_id, product_id`),
    ctx.db.rows(sql`SELECT location_id, product_id, on_hand FROM stock_level WHERE on_hand <> 0 ORDER BY location_id, product_id`),
    ctx.db.rows(sql`SELECT kit_id, component_id, quantity FROM kit_component ORDER BY kit_id, component_id`),
  ]);
  return { products, barcodes, lines, prices, shelves, kits };
}

test("the survivor gets codes, stock and what was chosen; sales keep naming the other, which leads to it", async () => {
  const { ctx } = await openShop();
  const keep = await add(ctx, { name: "Codo 110", salePrice: "100", initialStock: "5", barcodes: ["7791234500017"] });
  const gone = await add(ctx, { name: "CODO 110 MM", salePrice: "120", costPrice: "50", initialStock: "7", brand: "Awaduct", barcodes: [{ code: "17791234500014", packSize: "12" }] });
  const sale = await sell(ctx, gone.id, "1");
  const merged = must(await merge(ctx, keep.id, gone.id, ["brand", "salePrice"]));
  expect(await getProduct(ctx, ctx.db, keep.id)).toMatchObject({ name: "Codo 110", brand: "Awaduct", salePrice: "120.00", costPrice: null, barcodes: ["7791234500017", "17791234500014"], stock: { onHand: "11.000" } });
  expect(await getProduct(ctx, ctx.db, gone.id)).toMatchObject({ isActive: false, mergedIntoId: keep.id, barcodes: [], stock: { onHand: "0.000" } });
  expect((await getSale(ctx.db, sale.id))!.lines[0]).toMatchObject({ productId: gone.id, name: "CODO 110 MM" });
  expect(await changeProducts(ctx, { ids: [gone.id], isActive: true })).toMatchObject({ code: "merge_gone" });
  expect(await auditTenant(ctx.db)).toEqual([]);
  // What was changed since stays.
  must(await updateProduct(ctx, keep.id, updateProductSchema.parse({ salePrice: "130" })));
  must(await undoMerge(ctx, merged.id));
  expect(await getProduct(ctx, ctx.db, keep.id)).toMatchObject({ brand: null, salePrice: "130.00", barcodes: ["7791234500017"], stock: { onHand: "5.000" } });
  expect(await getProduct(ctx, ctx.db, gone.id)).toMatchObject({ isActive: true, mergedIntoId: null, stock: { onHand: "6.000" } });
  expect(await undoMerge(ctx, merged.id)).toMatchObject({ code: "not_found" });
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("a merge is refused where it makes no sense, and its undoing where something later forbids it", async () => {
  const [{ ctx, ctxOf }, other] = await Promise.all([openShop(), openShop()]);
  const [a, b, c] = [await add(ctx, { name: "a", salePrice: "10", initialStock: "5" }), await add(ctx, { name: "b", initialStock: "3", costPrice: "1" }), await add(ctx, { name: "c", unit: "kg" })];
  const kit = await add(ctx, { name: "kit" });
  const foreign = await add(other.ctx, { name: "ajeno" });
  must(await saveKit(ctx, kit.id, kitSchema.parse({ components: [{ productId: a.id, quantity: "1" }] })));
  expect(await merge(ctx, a.id, a.id)).toMatchObject({ code: "merge_same" });
  expect(await merge(ctx, a.id, c.id)).toMatchObject({ code: "merge_units" });
  expect(await merge(ctx, a.id, kit.id)).toMatchObject({ code: "merge_kit" });
  expect(await merge(ctx, a.id, foreign.id)).toMatchObject({ fields: [{ path: "absorbedId", code: "not_found" }] });
  expect(await merge(await ctxOf("stock_keeper"), a.id, b.id, ["costPrice"])).toMatchObject({ code: "forbidden" });
  const merged = must(await merge(ctx, a.id, b.id));
  expect(await merge(ctx, c.id, b.id)).toMatchObject({ code: "merge_gone" });
  expect(await undoMerge(other.ctx, merged.id)).toMatchObject({ code: "not_found" });
  await sell(ctx, a.id, "6");
  expect(await undoMerge(ctx, merged.id)).toMatchObject({ code: "merge_stock", params: { name: "a" } });
  const d = await add(ctx, { name: "d" });
  const later = must(await merge(ctx, d.id, a.id));
  expect(await undoMerge(ctx, merged.id)).toMatchObject({ code: "merge_later" });
  must(await undoMerge(ctx, later.id));
});

test("likely pairs are found for sale only, numbers kept apart", async () => {
  const { ctx } = await openShop();
  const [a, b] = [await add(ctx, { name: "Caño PVC Tigre 1/2\"" }), await add(ctx, { name: "TIGRE - Cano pvc 1/2\"" })];
  await add(ctx, { name: "Caño PVC Tigre 3/4\"" });
  const pairs = async () => (await findDuplicates(ctx)).map(({ reason, products }) => [reason, ...products.map(({ id }) => id).sort()]);
  expect(await pairs()).toEqual([["name", ...[a.id, b.id].sort()]]);
  must(await merge(ctx, a.id, b.id));
  expect(await pairs()).toEqual([]);
});

test("merge and undo together change nothing", async () => {
  const { ctx } = await openShop();
  const below = seeded();
  const often = (): boolean => below(10) < 6;
  const maybe = <T>(value: T): T | undefined => (often() ? value : undefined);
  const products: { id: string }[] = [];
  for (let i = 0; i < 8; i += 1) {
    products.push(await add(ctx, {
      name: `Producto ${i}`, brand: maybe(`Marca ${i}`), description: maybe("texto"), supplierCode: maybe(`S${i}`), salePrice: maybe(String(100 + i)), costPrice: maybe(String(10 + i)), minStock: maybe("2"), maxStock: maybe("9"),
      initialStock: maybe(String(1 + below(9))), barcodes: Array.from({ length: below(3) }, (_, j) => ({ code: `77${i}${j}`, packSize: String(1 + below(12)) })),
    }));
  }
  const [kit, list] = [await add(ctx, { name: "kit" }), "0192f0c1-0000-7000-8000-000000000001"];
  must(await saveKit(ctx, kit.id, kitSchema.parse({ pricing: "sum", components: products.slice(0, 4).map(({ id }) => ({ productId: id, quantity: String(1 + below(3)) })) })));
  await ctx.transact(async (tx) => {
    await tx.execute(sql`INSERT INTO price_list (id, name, kind) VALUES (${list}, 'Gremio', 'own')`);
    for (const [n, supplierId] of ["0192f0c1-0000-7000-8000-00000000000a", "0192f0c1-0000-7000-8000-00000000000b"].entries()) {
      await tx.execute(sql`INSERT INTO supplier (id, name, currency) VALUES (${supplierId}, ${`Proveedor ${n}`}, 'ARS')`);
      for (const [i, { id }] of products.entries()) if (often()) await tx.execute(sql`INSERT INTO supplier_product (supplier_id, product_id, code, is_main) VALUES (${supplierId}, ${id}, ${`C${i}`}, ${n === 0})`);
    }
    for (const { id } of products) if (often()) await tx.execute(sql`INSERT INTO list_price (list_id, product_id, price) VALUES (${list}, ${id}, '77')`);
    return { ok: true as const, value: null };
  });
  for (let round = 0; round < 12; round += 1) {
    const [survivor, absorbed] = [products[below(8)]!, products[below(8)]!];
    if (survivor === absorbed) continue;
    const before = await contents(ctx);
    const merged = must(await merge(ctx, survivor.id, absorbed.id, TAKEABLE.filter(often)));
    expect(await contents(ctx)).not.toEqual(before);
    expect(await auditTenant(ctx.db)).toEqual([]);
    must(await undoMerge(ctx, merged.id));
    expect(await contents(ctx), `round ${round}`).toEqual(before);
  }
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("a cost is taken with its currency, and goes back with it", async () => {
  const { ctx } = await openShop();
  const keep = await add(ctx, { name: "Taladro 13", salePrice: "100", costPrice: "60" });
  const gone = await add(ctx, { name: "Taladro 13 mm", salePrice: "120", costPrice: "45", costCurrency: "USD" });
  const merged = must(await merge(ctx, keep.id, gone.id, ["costPrice"]));
  expect(await getProduct(ctx, ctx.db, keep.id)).toMatchObject({ costPrice: "45.00", costCurrency: "USD" });
  must(await undoMerge(ctx, merged.id));
  expect(await getProduct(ctx, ctx.db, keep.id)).toMatchObject({ costPrice: "60.00", costCurrency: "ARS" });
  // Not taken, the survivor's own stays whole; what somebody wrote since the merge stays too, with its currency.
  const again = must(await merge(ctx, keep.id, gone.id, ["costPrice"]));
  must(await updateProduct(ctx, keep.id, updateProductSchema.parse({ costPrice: "50" })));
  must(await undoMerge(ctx, again.id));
  expect(await getProduct(ctx, ctx.db, keep.id)).toMatchObject({ costPrice: "50.00", costCurrency: "USD" });
});

test("a pair that is said to be two products does not come back until one of them changes, and may be taken back", async () => {
  const { ctx, ctxOf } = await openShop();
  const a = await add(ctx, { name: "Destornillador Philips Bahco" });
  const b = await add(ctx, { name: "Destornillador Phillips Bahco" });
  const other = await openShop();
  const pairs = async () => (await findDuplicates(ctx)).map(({ products }) => products.map(({ id }) => id).sort());
  const tell = (distinct: boolean, who = ctx) => tellApart(who, distinctSchema.parse({ productIds: [b.id, a.id], distinct }));
  expect(await pairs()).toEqual([[a.id, b.id].sort()]);
  expect(await tell(true, other.ctx)).toMatchObject({ ok: false, code: "not_found" });
  must(await tell(true));
  expect(await pairs()).toEqual([]);
  // A price is none of what they are recognised by; a name is.
  must(await updateProduct(ctx, a.id, updateProductSchema.parse({ salePrice: "10" })));
  expect(await pairs()).toEqual([]);
  must(await updateProduct(ctx, a.id, updateProductSchema.parse({ name: "Destornillador Phillips Bahco 6" })));
  must(await updateProduct(ctx, b.id, updateProductSchema.parse({ name: "Destornillador Philips Bahco 6" })));
  expect(await pairs()).toHaveLength(1);
  must(await tell(true));
  must(await tell(true));
  expect(await pairs()).toEqual([]);
  must(await tell(false));
  expect(await pairs()).toHaveLength(1);
  expect((await ctxOf("seller")).permissions.has("product.write")).toBe(false);
});

test("least and most at a place go with the rest and come back; what is being carried or counted is not merged away", async () => {
  const { ctx, contextAt } = await openShop();
  const [keep, gone] = [await add(ctx, { name: "Codo 110", initialStock: "5" }), await add(ctx, { name: "Codo 110 mm", initialStock: "5" })];
  const [shop] = await ctx.db.rows<{ id: string }>(sql`SELECT id FROM location`);
  const store = must(await saveLocation(ctx, null, { name: "Depósito", kind: "warehouse" })).id;
  must(await saveLimits(ctx, shop!.id, { items: [{ productId: gone.id, minStock: "2", maxStock: "9" }, { productId: keep.id, minStock: "4" }] }));
  must(await saveLimits(ctx, store, { items: [{ productId: gone.id, minStock: "3" }] }));
  const limits = () => ctx.db.rows<{ productId: string; min: string }>(sql`SELECT product_id AS "productId", min_stock AS min FROM stock_limit ORDER BY min_stock`);

  const sent = must(await requestTransfer(ctx, { fromLocationId: shop!.id, toLocationId: store, lines: [{ productId: gone.id, quantity: "1" }] }));
  expect(await merge(ctx, keep.id, gone.id)).toMatchObject({ code: "merge_unfinished", params: { code: "transfer", name: "1" } });
  must(await cancelTransfer(ctx, sent.id));
  const count = must(await openCount(ctx, openCountSchema.parse({ productIds: [gone.id] })));
  expect(await merge(ctx, keep.id, gone.id)).toMatchObject({ code: "merge_unfinished", params: { code: "count", name: "1" } });
  must(await cancelCount(ctx, count.id));

  const before = await limits();
  const { id } = must(await merge(ctx, keep.id, gone.id));
  expect(await limits()).toEqual([{ productId: gone.id, min: "2.000" }, { productId: keep.id, min: "3.000" }, { productId: keep.id, min: "4.000" }]);
  must(await undoMerge(contextAt(new Date(Date.now() + 1_000)), id));
  expect(await limits()).toEqual(before);
  expect(await auditTenant(ctx.db)).toEqual([]);
});
