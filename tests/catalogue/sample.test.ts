import { expect, test } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { loadSample } from "@/modules/catalogue/commands/load-sample.ts";
import { removeSample } from "@/modules/catalogue/commands/remove-sample.ts";
import { updateProduct } from "@/modules/catalogue/commands/update-product.ts";
import { countProducts } from "@/modules/catalogue/queries/count-products.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { listProducts } from "@/modules/catalogue/queries/list-products.ts";
import { createProductSchema, listProductsSchema } from "@/modules/catalogue/schema.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { openShop } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

async function find(ctx: Context, q: string) {
  const [first] = must(await listProducts(ctx, listProductsSchema.parse({ q }))).items;
  if (!first) throw new Error(`nothing found for ${q}`);
  return first;
}

const sell = async (ctx: Context, productId: string) => must(await registerSale(ctx, registerSaleSchema.parse({ lines: [{ productId, quantity: "1" }] })));

test("a sample is loaded once, at two clicks too, and leaves nothing behind", async () => {
  const { ctx } = await openShop();
  const clicks = await Promise.all([loadSample(ctx, { trade: "hardware-store" }), loadSample(ctx, { trade: "hardware-store" })]);
  expect(clicks.map((click) => (click.ok ? "loaded" : click.code)).sort()).toEqual(["loaded", "sample_present"]);
  expect(await loadSample(ctx, { trade: "kiosk" })).toMatchObject({ code: "sample_present" });
  const { active, samples } = await countProducts(ctx);
  expect([active > 140, samples === active]).toEqual([true, true]);
  const pipe = await find(ctx, "cano 110 desague");
  expect(pipe).toMatchObject({ isSample: true, salePrice: "38600.00", categoryName: "Caños y conexiones", stock: { onHand: "0.000" } });
  expect(must(await removeSample(ctx))).toEqual({ removed: active, archived: 0, kept: 0 });
  expect([await countProducts(ctx), await listCategories(ctx), await auditTenant(ctx.db)]).toEqual([{ active: 0, archived: 0, drafts: 0, samples: 0 }, [], []]);
  expect(must(await loadSample(ctx, { trade: "kiosk" })).loaded).toBeGreaterThan(140);
});

test("what was sold is archived, what was edited is kept, what is the shop's own is left alone", async () => {
  const { ctx } = await openShop();
  const own = must(await createProduct(ctx, createProductSchema.parse({ name: "Martillo propio", sku: "FE-001", categoryName: "Manuales" })));
  must(await loadSample(ctx, { trade: "hardware-store" }));
  const [sold, edited, both] = [await find(ctx, "candado"), await find(ctx, "nivel aluminio"), await find(ctx, "pala ancha")];
  await sell(ctx, sold.id);
  must(await updateProduct(ctx, edited.id, { salePrice: "20000" }));
  must(await updateProduct(ctx, both.id, { salePrice: "20000" }));
  await sell(ctx, both.id);
  expect(must(await removeSample(ctx))).toMatchObject({ archived: 1, kept: 2 });
  const states = await Promise.all([own, sold, edited, both].map(async ({ id }) => (await getProduct(ctx, ctx.db, id))!));
  expect(states.map(({ isActive, isSample }) => [isActive, isSample])).toEqual([[true, false], [false, false], [true, false], [true, false]]);
  expect((await listCategories(ctx)).map(({ name }) => name).sort()).toEqual(["Construcción y seguridad", "Jardín y limpieza", "Manuales"]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("another shop's sample is not mine", async () => {
  const [a, b] = await Promise.all([openShop(), openShop()]);
  must(await loadSample(a.ctx, { trade: "kiosk" }));
  must(await loadSample(b.ctx, { trade: "kiosk" }));
  must(await removeSample(a.ctx));
  expect((await countProducts(b.ctx)).samples).toBeGreaterThan(140);
});
