import { expect, it } from "vitest";
import { newId } from "@/kernel/id.ts";
import { accept } from "@/kernel/refusal.ts";
import { addBarcodes } from "@/modules/catalogue/postings/add-barcodes.ts";
import { insertProducts } from "@/modules/catalogue/postings/insert-products.ts";
import { applyImport } from "@/modules/imports/commands/apply-import.ts";
import { openImport } from "@/modules/imports/commands/open-import.ts";
import { undoImport } from "@/modules/imports/commands/undo-import.ts";
import { getImport } from "@/modules/imports/queries/get-import.ts";
import { listDoubts } from "@/modules/imports/queries/list-doubts.ts";
import type { LineValues } from "@/modules/imports/rules/decide-line.ts";
import { saveRate } from "@/modules/suppliers/commands/save-rate.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { saveSupplierProducts } from "@/modules/suppliers/commands/save-supplier-products.ts";
import { createSupplierSchema, supplierProductsSchema } from "@/modules/suppliers/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { doJobs } from "../support/do-jobs.ts";
import { openShop } from "../support/open-shop.ts";
import { must, rowsOf } from "./import-list.ts";
import { ean } from "./ugly-list.ts";
import { UGLY_SUPPLIER_LISTS, type Fate } from "./ugly-supplier-lists.ts";

const GOODS = [
  { sku: "BU-12", name: "Bulón hexagonal 1/2\" x 2\"", costPrice: "500", salePrice: "1500" },
  { sku: "BU-34", name: "Bulón hexagonal 3/4\" x 2\"", salePrice: "2500" },
  { sku: "TU-8", name: "Tuerca autofrenante 8 mm", barcodes: [ean("779123450001")] },
  { sku: "CI-20", name: "Cinta aisladora negra 20 m", salePrice: "900" },
  { sku: "PI-8", name: "Pinza universal 8\" mango aislado Bahco" },
  { sku: "PIN-4", name: "Pintura látex interior blanco 4 l" },
  { sku: "PIN-20", name: "Pintura látex interior blanco 20 l" },
  { sku: "TA-650", name: "Taladro percutor 650 W" },
];

it("knows at least fifteen traps", () => expect(UGLY_SUPPLIER_LISTS.length).toBeGreaterThanOrEqual(15));

it.each(UGLY_SUPPLIER_LISTS)("$file: $trap", async ({ bytes, file, before, inDollars, lines, candidates = {} }) => {
  const { ctx, supplierId } = await stocked(inDollars === true);
  const send = async (content: Uint8Array, fileName: string): Promise<string> => {
    const { id } = must(await openImport(ctx, { kind: "file", bytes: content, fileName }, {}, supplierId));
    await doJobs(ctx.tenant.id);
    return id;
  };
  const apply = async (id: string): Promise<void> => {
    must(await applyImport(ctx, id));
    await doJobs(ctx.tenant.id);
  };
  if (before !== undefined) await apply(await send(new TextEncoder().encode(before), "antes.csv"));
  const skus = new Map((await ctx.db.rows<{ id: string; sku: string }>(sql`SELECT id, sku FROM product`)).map((one) => [one.id, one.sku]));
  const id = await send(bytes(), file);
  const rows = await rowsOf(ctx, id);
  const fates = rows.map(({ verdict, productId, values, reasons }): Fate => {
    const { listPrice = null, costPrice = null } = values as LineValues;
    return [verdict, productId === null ? null : (skus.get(productId) ?? "?"), listPrice, costPrice, ...reasons.map(({ code }) => code)];
  });
  expect(fates).toEqual(lines);
  const doubts = must(await listDoubts(ctx, id));
  expect(Object.fromEntries(doubts.map((doubt) => [rows.findIndex(({ row }) => row === doubt.row), doubt.candidates.map(({ sku }) => sku).sort()]))).toEqual(candidates);

  // Whatever the list, undoing it is the way back, and sale prices never moved.
  const was = await snapshot(ctx);
  await apply(id);
  expect(await salePrices(ctx)).toEqual(was.prices);
  if (must(await getImport(ctx, id)).applied === 0) return;
  must(await undoImport(ctx, id, false));
  await doJobs(ctx.tenant.id);
  expect(await snapshot(ctx)).toEqual(was);
});

async function stocked(inDollars: boolean): Promise<{ ctx: Context; supplierId: string }> {
  const { ctx } = await openShop();
  const goods = GOODS.map((one) => ({ ...one, id: newId() }));
  must(await ctx.transact(async (tx) => {
    await insertProducts(tx, ctx, goods);
    await addBarcodes(tx, goods.flatMap(({ id, barcodes = [] }) => barcodes.map((code) => ({ productId: id, code }))));
    return accept(null);
  }));
  const supplier = must(await saveSupplier(ctx, null, createSupplierSchema.parse({ name: "Distribuidora Sur", discounts: "20+10", freightPercent: "5", ...(inDollars ? { currency: "USD" } : {}) })));
  if (inDollars) must(await saveRate(ctx, { currency: "USD", onDate: "2026-01-05", rate: "1400" }));
  must(await saveSupplierProducts(ctx, supplier.id, supplierProductsSchema.parse({ items: [{ sku: "BU-12", code: "B100", listPrice: inDollars ? "1.4" : "700" }] }).items));
  return { ctx, supplierId: supplier.id };
}

const salePrices = (ctx: Context) => ctx.db.rows(sql`SELECT id, sale_price FROM product WHERE NOT is_draft ORDER BY id`);

async function snapshot(ctx: Context) {
  return {
    prices: await salePrices(ctx),
    products: await ctx.db.rows(sql`SELECT id, sku, name, cost_price, category_id, is_active, is_draft FROM product ORDER BY id`),
    lines: await ctx.db.rows(sql`SELECT product_id, code, list_price, is_main, listed_name, list_source, gone_since::text FROM supplier_product ORDER BY product_id`),
    categories: await ctx.db.rows(sql`SELECT name FROM category ORDER BY name`),
  };
}
