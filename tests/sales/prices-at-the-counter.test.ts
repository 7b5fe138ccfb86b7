import { expect, test } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { saveListPrices } from "@/modules/pricing/commands/save-list-prices.ts";
import { savePriceList } from "@/modules/pricing/commands/save-price-list.ts";
import { loadSaleRules } from "@/modules/pricing/queries/load-sale-rules.ts";
import { createPriceListSchema, updatePriceListSchema } from "@/modules/pricing/schema.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { auditSales } from "@/modules/sales/queries/audit-sales.ts";
import { getSale } from "@/modules/sales/queries/get-sale.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { openShop } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const RULES = { breaks: [{ from: "10", percent: "-5" }], methods: { cash: "-10", credit: "15" }, installments: [{ count: 6, percent: "35.5" }, { count: 3, percent: "20" }] };
const sell = (ctx: Context, given: object) => registerSale(ctx, registerSaleSchema.parse(given));

async function shelf() {
  const shop = await openShop();
  const product = must(await createProduct(shop.ctx, createProductSchema.parse({ name: "Tarugo", sku: "T", salePrice: "100", costPrice: "40" })));
  must(await savePriceList(shop.ctx, shop.tenantId, updatePriceListSchema.parse(RULES)));
  return { ...shop, productId: product.id };
}

test("D1 twelve of a break at ten get its price, and cash its discount, read back as it was answered", async () => {
  const { ctx, ctxOf, productId } = await shelf();
  const seller = await ctxOf("seller");
  const sale = must(await sell(seller, { lines: [{ sku: "T", quantity: "7" }, { productId, quantity: "5" }], expectedTotal: "1026.00" }));
  expect(sale).toMatchObject({ subtotal: "1140.00", discount: "0.00", adjustment: "-114.00", total: "1026.00", payments: [{ method: "cash", amount: "1026.00", adjustment: "-114.00", installments: null }] });
  expect(sale.lines.map(({ unitPrice, listPrice }) => [unitPrice, listPrice])).toEqual([["95.00", null], ["95.00", null]]);
  expect(sale.lines.map(({ quantityBreak, priceList }) => [quantityBreak, priceList])).toEqual(Array(2).fill([{ from: "10.000", percent: "-5.00" }, null]));
  expect(await getSale(ctx.db, sale.id)).toEqual(sale);
  expect(must(await sell(seller, { lines: [{ productId, quantity: "9" }] })).lines[0]!.unitPrice).toBe("100.00");
  const card = must(await sell(seller, { lines: [{ productId, quantity: "1" }], payments: [{ method: "credit", amount: "135.50", installments: 6 }] }));
  expect(await getSale(ctx.db, card.id)).toMatchObject({ total: "135.50", payments: [{ installments: 6, adjustment: "35.50" }] });
  expect(await sell(seller, { lines: [{ productId, quantity: "1" }], payments: [{ method: "credit", amount: "135.50", installments: 5 }] })).toMatchObject({ fields: [{ path: "payments.0.installments", code: "installments_unknown" }] });
  expect(await auditSales(ctx.db)).toEqual([]);
});

test("D1 the counter is told the base list's rules, and a shop those of its own", async () => {
  const [{ ctx }, other] = await Promise.all([shelf(), openShop()]);
  expect(await loadSaleRules(ctx.db)).toEqual({ ...RULES, installments: [{ count: 3, percent: "20" }, { count: 6, percent: "35.5" }], coin: null });
  expect(await loadSaleRules(other.ctx.db)).toEqual({ breaks: [], methods: {}, installments: [], coin: null });
  expect(updatePriceListSchema.safeParse({ installments: [{ count: 3, percent: "1" }, { count: 3, percent: "2" }] }).error!.issues[0]!.message).toBe("installments_twice");
});

test("D1 a sale may name a list: derived, own, none of another shop's, none that is archived", async () => {
  const [{ ctx, ctxOf, productId }, other] = await Promise.all([shelf(), openShop()]);
  const seller = await ctxOf("seller");
  const derived = must(await savePriceList(ctx, null, createPriceListSchema.parse({ name: "Gremio", percent: "-12.5", rounding: [{ upTo: null, step: "1", mode: "up" }] })));
  const own = must(await savePriceList(ctx, null, createPriceListSchema.parse({ name: "Mayorista", breaks: [{ from: "2", percent: "-50" }] })));
  const foreign = must(await savePriceList(other.ctx, null, createPriceListSchema.parse({ name: "Ajena", percent: "-90" })));
  const by = (priceListId: string, quantity = "1") => sell(ctx, { priceListId, lines: [{ productId, quantity }] });
  expect(must(await by(derived.id)).total).toBe("88.00");
  expect(await by(own.id)).toMatchObject({ fields: [{ code: "price_missing" }] });
  must(await saveListPrices(ctx, own.id, [{ productId, price: "70" }]));
  expect(must(await by(own.id)).total).toBe("70.00");
  const broken = must(await by(own.id, "2"));
  expect(broken).toMatchObject({ total: "70.00", lines: [{ priceList: { id: own.id, name: "Mayorista" }, quantityBreak: { from: "2.000", percent: "-50.00" } }] });
  expect(await getSale(ctx.db, broken.id)).toEqual(broken);
  const byHand = must(await sell(ctx, { priceListId: own.id, lines: [{ productId, quantity: "2", unitPrice: "71" }] }));
  expect(byHand.lines).toMatchObject([{ priceList: null, quantityBreak: null }]);
  // Another list is another price: whoever may not change prices sells by the counter's.
  expect(await sell(seller, { priceListId: derived.id, lines: [{ productId, quantity: "1" }] })).toMatchObject({ fields: [{ path: "priceListId", code: "price_override" }] });
  expect(must(await sell(seller, { priceListId: ctx.tenant.id, lines: [{ productId, quantity: "1" }] })).total).toBe("90.00");
  expect(await by(foreign.id)).toMatchObject({ fields: [{ path: "priceListId", code: "not_found" }] });
  must(await savePriceList(ctx, derived.id, { isActive: false }));
  expect(await by(derived.id)).toMatchObject({ fields: [{ path: "priceListId", code: "not_found" }] });
  expect(must(await by(ctx.tenant.id)).total).toBe("90.00");
});
