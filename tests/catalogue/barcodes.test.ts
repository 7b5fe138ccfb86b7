import { expect, test } from "vitest";
import { gtinCheckDigit, isGtin } from "@/kernel/barcode.ts";
import type { Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { makeBarcode } from "@/modules/catalogue/commands/make-barcode.ts";
import { updateProduct } from "@/modules/catalogue/commands/update-product.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { listProducts } from "@/modules/catalogue/queries/list-products.ts";
import { createProductSchema, listProductsSchema, updateProductSchema } from "@/modules/catalogue/schema.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import { changeSettings } from "@/modules/tenancy/commands/change-settings.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { openShop } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const add = async (ctx: Context, given: object) => must(await createProduct(ctx, createProductSchema.parse(given)));
const sell = (ctx: Context, lines: object[]) => registerSale(ctx, registerSaleSchema.parse({ lines }));
const withCheck = (body: string) => body + gtinCheckDigit(body);

test("a scanned box sells twelve from one stock, and a code sent alone keeps what it stood for", async () => {
  const { ctx } = await openShop();
  const box = { code: "17791234500014", packSize: "12", unit: "box" };
  const made = await add(ctx, { name: "Cerveza", salePrice: "1500", costPrice: "900", initialStock: "30", barcodes: ["7791234500017", box] });
  expect(made.packs).toEqual([{ code: "7791234500017", packSize: "1", unit: null }, { ...box, packSize: "12" }]);
  const sale = must(await sell(ctx, [{ barcode: box.code, quantity: "2" }, { barcode: "7791234500017", quantity: "1" }]));
  expect(sale).toMatchObject({ total: "37500.00", lines: [{ quantity: "24.000" }, { quantity: "1.000" }] });
  expect(await getProduct(ctx, ctx.db, made.id)).toMatchObject({ stock: { onHand: "5.000" } });
  const kept = must(await updateProduct(ctx, made.id, updateProductSchema.parse({ barcodes: [box.code, "77"] })));
  expect(kept.packs).toEqual([{ code: "77", packSize: "1", unit: null }, { ...box, packSize: "12" }]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("labels of the shop's scales are read by the sale and by the list", async () => {
  const { ctx, ctxOf } = await openShop();
  const scaleCodes = [{ pattern: "20PPPPPWWWWWC", value: "weight", decimals: 3 }, { pattern: "21PPPPPVVVVVC", value: "price", decimals: 2 }] as const;
  must(await changeSettings(ctx, { scaleCodes: [...scaleCodes] }));
  const cheese = await add(ctx, { name: "Queso", sku: "123", unit: "kg", salePrice: "8000", costPrice: "7000", initialStock: "10" });
  await add(ctx, { name: "Pan", barcodes: ["00077"], unit: "kg" });
  await add(ctx, { name: "Torta", unit: "u", salePrice: "5000" });
  const [weight, price] = [withCheck("200012300350"), withCheck("210012312345")];
  const seller = await ctxOf("seller");
  // A seller may not change prices: the label's price is the scale's doing.
  expect(must(await sell(seller, [{ barcode: weight, quantity: "1" }, { barcode: price, quantity: "1" }, { barcode: weight, quantity: "2" }]))).toMatchObject({
    total: "8523.45",
    lines: [{ productId: cheese.id, quantity: "0.350", total: "2800.00" }, { productId: cheese.id, quantity: "0.015", total: "123.45" }, { quantity: "0.700", total: "5600.00" }],
  });
  expect(must(await sell(seller, [{ barcode: withCheck("210000204990"), quantity: "1" }]))).toMatchObject({ total: "49.90", lines: [{ name: "Torta", quantity: "1.000" }] });
  expect(await sell(seller, [{ barcode: withCheck("200007700500"), quantity: "1" }])).toMatchObject({ code: "price_missing" });
  expect(await sell(seller, [{ barcode: withCheck("209999900500"), quantity: "1" }])).toMatchObject({ code: "product_unknown" });
  expect(await sell(seller, [{ barcode: withCheck("220012300350"), quantity: "1" }])).toMatchObject({ code: "product_unknown" });
  expect(must(await listProducts(ctx, listProductsSchema.parse({ barcode: weight }))).items.map(({ id }) => id)).toEqual([cheese.id]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("codes of the shop's own are sound, all different, and never a scale's", async () => {
  const { ctx } = await openShop();
  must(await changeSettings(ctx, { scaleCodes: [{ pattern: "29PPPPPWWWWWC", value: "weight", decimals: 3 }] }));
  await add(ctx, { name: "Ya estaba", barcodes: [withCheck("280000000002")] });
  const made = await Promise.all([1, 2, 3].map(async () => must(await makeBarcode(ctx)).code));
  expect(new Set(made).size).toBe(3);
  expect(made.sort()).toEqual([1, 3, 4].map((n) => withCheck(`28000000000${n}`)));
  expect(made.every(isGtin)).toBe(true);
});
