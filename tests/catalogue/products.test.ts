import { expect, test } from "vitest";
import type { z } from "zod";
import type { Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { deleteProduct } from "@/modules/catalogue/commands/delete-product.ts";
import { updateProduct } from "@/modules/catalogue/commands/update-product.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { posCatalogue } from "@/modules/catalogue/queries/pos-catalogue.ts";
import { listProducts } from "@/modules/catalogue/queries/list-products.ts";
import { createProductSchema, listProductsSchema } from "@/modules/catalogue/schema.ts";
import { listEntryLines } from "@/modules/finance/queries/list-entry-lines.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import { adjustStock } from "@/modules/stock/commands/adjust-stock.ts";
import { adjustStockSchema } from "@/modules/stock/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";

type Given = z.input<typeof createProductSchema>;

const add = (ctx: Context, given: Given) => createProduct(ctx, createProductSchema.parse(given));

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result.value;
}

async function find(ctx: Context, q: string): Promise<string[]> {
  return must(await listProducts(ctx, listProductsSchema.parse({ q }))).items.map((product) => product.name);
}

test("a product is created with what is on the shelf, changed by version, and archived once it has history", async () => {
  const { ctx } = await openShop();
  const made = must(await add(ctx, { name: "Caño PVC", salePrice: "8450.5", costPrice: "5000", initialStock: "12.5", unit: "m", barcodes: ["7791234500017"], categoryName: "Plomería" }));
  expect(made).toMatchObject({ sku: "A00001", salePrice: "8450.50", costPrice: "5000.00", barcodes: ["7791234500017"], categoryName: "Plomería", stock: { onHand: "12.500" } });
  const opening = [{ account: "stock", debit: "62500.00", credit: "0.00" }, { account: "opening_balance", debit: "0.00", credit: "62500.00" }];
  expect(await listEntryLines(ctx, made.id)).toEqual(opening);
  const changed = must(await updateProduct(ctx, made.id, { version: made.version, salePrice: "9000" }));
  expect(changed).toMatchObject({ salePrice: "9000.00", version: made.version + 1, barcodes: ["7791234500017"], categoryId: made.categoryId });
  expect(await updateProduct(ctx, made.id, { version: made.version, name: "x" })).toMatchObject({ ok: false, code: "version_changed" });
  expect(must(await deleteProduct(ctx, made.id))).toEqual({ archived: true });
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("whatever refers to a product and restricts its deletion is asked before: it is archived then, and deletion fails for nobody", async () => {
  const { ctx } = await openShop();
  const [asked] = await ctx.db.rows<{ source: string }>(sql`SELECT prosrc AS source FROM pg_proc WHERE proname = 'products_in_use'`);
  const restricting = await ctx.db.rows<{ name: string }>(sql`SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint WHERE confrelid = 'product'::regclass AND confdeltype = 'r'`);
  expect(restricting.filter(({ name }) => !asked!.source.includes(`FROM ${name} r `))).toEqual([]);
  // Counted as empty: a shelf without a movement.
  const counted = must(await add(ctx, { name: "Contado" }));
  must(await adjustStock(ctx, adjustStockSchema.parse({ lines: [{ productId: counted.id, countedQuantity: "0" }], reason: "found" })));
  expect(must(await deleteProduct(ctx, counted.id))).toEqual({ archived: true });
  for (let round = 0; round < 3; round += 1) {
    const { id } = must(await add(ctx, { name: `Carrera ${round}`, salePrice: "100" }));
    const [deleted, sold] = await Promise.all([deleteProduct(ctx, id), registerSale(ctx, registerSaleSchema.parse({ lines: [{ productId: id, quantity: "1" }] }))]);
    expect([deleted.ok, sold.ok ? "sold" : sold.code]).toEqual([true, deleted.ok && deleted.value.archived ? expect.stringMatching(/^(sold|product_archived)$/) : "product_unknown"]);
  }
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("one code is one product's, also when two ask at once", async () => {
  const { ctx } = await openShop();
  const both = await Promise.all([add(ctx, { name: "a", sku: "X-1" }), add(ctx, { name: "b", sku: "X-1" })]);
  expect(both.map((result) => (result.ok ? "made" : result.code)).sort()).toEqual(["made", "sku_taken"]);
  const scanned = await Promise.all([add(ctx, { name: "c", barcodes: ["7790001000019"] }), add(ctx, { name: "d", barcodes: ["7790001000019"] })]);
  expect(scanned.map((result) => (result.ok ? "made" : result.code)).sort()).toEqual(["barcode_taken", "made"]);
});

test("another shop's product is none", async () => {
  const [a, b] = await Promise.all([openShop(), openShop()]);
  const mine = must(await add(a.ctx, { name: "Martillo", barcodes: ["7790001000026"] }));
  expect(await getProduct(b.ctx, b.ctx.db, mine.id)).toBeNull();
  expect(await updateProduct(b.ctx, mine.id, { name: "x" })).toMatchObject({ code: "not_found" });
  expect(await deleteProduct(b.ctx, mine.id)).toMatchObject({ code: "not_found" });
  expect(await find(b.ctx, "martillo")).toEqual([]);
  expect(must(await listProducts(b.ctx, listProductsSchema.parse({ barcode: "7790001000026" }))).items).toEqual([]);
});

test("who may not see costs gets no cost, and cannot write one", async () => {
  const { ctx, ctxOf } = await openShop();
  const made = must(await add(ctx, { name: "Martillo", costPrice: "60" }));
  const keeper = await ctxOf("stock_keeper");
  expect(await getProduct(keeper, keeper.db, made.id)).not.toHaveProperty("costPrice");
  expect(await updateProduct(keeper, made.id, { costPrice: "1" })).toMatchObject({ code: "forbidden" });
});

test("search: accents, any order, beginnings, insides, typing errors, codes", async () => {
  const { ctx } = await openShop();
  for (const given of [
    { name: "Caño PVC Tigre 1/2\" x 4 m", sku: "FE-00231", barcodes: ["7791234500017"] },
    { name: "Tornillo autoperforante 8x1 zincado", supplierCode: "TR.81/Z" },
    { name: "Destornillador Phillips", brand: "Bahco" },
    { name: "Candado 40 mm" },
  ]) must(await add(ctx, given));
  const pipe = ["Caño PVC Tigre 1/2\" x 4 m"];
  for (const q of ["cano", "CAÑO", "tigre caño", "pvc 1/2", "fe-231", "FE-00231", "fe00231", "231", "7791234500017", "igre"]) expect([q, await find(ctx, q)]).toEqual([q, pipe]);
  expect(await find(ctx, "tornill")).toEqual(["Tornillo autoperforante 8x1 zincado", "Destornillador Phillips"]);
  expect(await find(ctx, "tronillo")).toContain("Tornillo autoperforante 8x1 zincado");
  expect(await find(ctx, "candaddo")).toEqual(["Candado 40 mm"]);
  expect(await find(ctx, "tr81z")).toEqual(["Tornillo autoperforante 8x1 zincado"]);
  expect(await find(ctx, "bahco phil")).toEqual(["Destornillador Phillips"]);
  for (const q of ["%", "_", "zzzz", "' OR 1=1 --", "\\"]) expect([q, await find(ctx, q)]).toEqual([q, []]);
});

test("pages of a list join without gap or repetition, in every order", async () => {
  const { ctx } = await openShop();
  for (let i = 0; i < 23; i += 1) must(await add(ctx, { name: `Clavo ${i % 4}`, salePrice: i % 3 === 0 ? null : String(i % 5) }));
  for (const sort of ["name", "sku", "price", "-price", "-updated"] as const) {
    for (const q of [undefined, "clavo"]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = must(await listProducts(ctx, listProductsSchema.parse({ sort, q, limit: "5", cursor })));
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect([sort, q, seen.length, new Set(seen).size]).toEqual([sort, q, 23, 23]);
    }
  }
  expect(await listProducts(ctx, listProductsSchema.parse({ cursor: "abc" }))).toMatchObject({ ok: false, code: "invalid" });
});

test("the search index follows every edit", async () => {
  const { ctx } = await openShop();
  const words = ["caño", "tornillo", "8x1", "PVC", "1/2\"", "Ñandú", "látex", "a-b", "c/u", "2,5"];
  const pick = () => words[Math.floor(Math.random() * words.length)]!;
  const ids: string[] = [];
  for (let i = 0; i < 120; i += 1) {
    const id = ids[Math.floor(Math.random() * ids.length)];
    const barcodes = [{ code: `${Math.floor(Math.random() * 40)}`, packSize: "1", unit: null }];
    const dice = Math.random();
    if (!id || dice < 0.3) {
      const made = await add(ctx, { name: `${pick()} ${pick()}`, brand: pick(), barcodes });
      if (made.ok) ids.push(made.value.id);
    } else if (dice < 0.6) await updateProduct(ctx, id, { name: `${pick()} ${pick()} ${pick()}` });
    else if (dice < 0.8) await updateProduct(ctx, id, { barcodes, supplierCode: `${Math.floor(Math.random() * 40)}` });
    else await deleteProduct(ctx, id);
  }
  const wrong = await ctx.db.rows(sql`
    WITH due AS (SELECT t.term, p.id FROM product p CROSS JOIN LATERAL search_terms(p.search_text) t
                 UNION SELECT search_barcode_term(b.code), b.product_id FROM product_barcode b)
    (SELECT 'missing' AS what, * FROM (SELECT * FROM due EXCEPT SELECT term, product_id FROM product_term) m)
    UNION ALL (SELECT 'left over', * FROM (SELECT term, product_id FROM product_term EXCEPT SELECT * FROM due) l)
    UNION ALL (SELECT 'no ending', * FROM (
      SELECT e.ending, p.id FROM product p CROSS JOIN LATERAL search_terms(p.search_text) t CROSS JOIN LATERAL search_endings(t.term) AS e (ending)
       WHERE t.term ~ '^[^0-9./]{4,}$' AND NOT EXISTS (SELECT FROM word_ending w WHERE w.ending = e.ending AND w.word = t.term)) n)`);
  expect(wrong).toEqual([]);
});

test("the till hears of everything, then of changes, and of all again when a product is gone", async () => {
  const { ctx, contextAt } = await openShop();
  const hammer = must(await add(ctx, { name: "Martillo", salePrice: "100", costPrice: "10", initialStock: "3", barcodes: ["7790001000033"] }));
  const pliers = must(await add(ctx, { name: "Pinza" }));
  const later = contextAt(new Date(ctx.now.getTime() + 120_000));
  const all = await posCatalogue(later, null);
  expect(all).toMatchObject({ full: true, removed: [] });
  expect(all.products.find(({ id }) => id === hammer.id)).toMatchObject({ salePrice: "100.00", stock: "3", cost: "12.10", barcodes: [{ code: "7790001000033", packSize: "1" }] });
  expect(await posCatalogue(later, all.cursor)).toMatchObject({ full: false, products: [], removed: [] });
  must(await updateProduct(later, pliers.id, { isActive: false }));
  must(await updateProduct(later, hammer.id, { salePrice: "110" }));
  const change = await posCatalogue(later, all.cursor);
  expect([change.full, change.products.map(({ id }) => id), change.removed]).toEqual([false, [hammer.id], [pliers.id]]);
  must(await deleteProduct(later, pliers.id));
  expect(await posCatalogue(later, all.cursor)).toMatchObject({ full: true });
  expect(await posCatalogue(later, "nonsense")).toMatchObject({ full: true });
});
