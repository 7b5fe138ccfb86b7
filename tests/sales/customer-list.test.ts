import { expect, it } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { saveCustomer } from "@/modules/customers/commands/save-customer.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { saveListPrices } from "@/modules/pricing/commands/save-list-prices.ts";
import { savePriceList } from "@/modules/pricing/commands/save-price-list.ts";
import { loadPosList } from "@/modules/pricing/queries/load-pos-list.ts";
import { createPriceListSchema } from "@/modules/pricing/schema.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { chargeTicket } from "@/modules/sales/rules/charge-ticket.ts";
import { priceByPosList } from "@/modules/sales/rules/pos-list.ts";
import { saleRequestOf } from "@/modules/sales/rules/sale-request.ts";
import { changeTicket, openTicket } from "@/modules/sales/rules/ticket.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import { newId } from "@/kernel/id.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

it("D1 I1 a customer's own list prices their sales, whoever sells: derived, own with what it does not name, put away; no other without the right to it", async () => {
  const { ctx, ctxOf } = await openShop();
  const seller = await ctxOf("seller");
  const [nails, paint] = [await stockShelf(ctx, { name: "Clavos", salePrice: "101", stock: "99" }), await stockShelf(ctx, { name: "Pintura", salePrice: "200", stock: "99" })];
  const trade = must(await savePriceList(ctx, null, createPriceListSchema.parse({ name: "Gremio", percent: "-12.5", breaks: [{ from: "5", percent: "-10" }], rounding: [{ upTo: null, step: "1", mode: "up" }] })));
  const whole = must(await savePriceList(ctx, null, createPriceListSchema.parse({ name: "Mayorista" })));
  must(await saveListPrices(ctx, whole.id, [{ productId: nails, price: "70" }]));
  const customer = must(await saveCustomer(ctx, null, { name: "López", priceListId: trade.id }));
  const sell = (quantity: string, more: object = {}) => registerSale(seller, { customerId: customer.id, lines: [{ productId: nails, quantity }], ...more });

  expect(must(await sell("1", { expectedTotal: "89" })).lines[0]).toMatchObject({ unitPrice: "89.00", listPrice: null, priceList: { name: "Gremio" } });
  expect(must(await sell("5"))).toMatchObject({ total: "400.50", lines: [{ unitPrice: "80.10", quantityBreak: { from: "5.000" } }] });
  expect(await sell("1", { expectedTotal: "101" })).toMatchObject({ code: "price_changed", params: { total: "89.00" } });
  expect(must(await sell("1", { priceListId: ctx.tenant.id })).total).toBe("101.00");
  expect(must(await sell("1", { priceListId: trade.id })).total).toBe("89.00");
  expect(await sell("1", { priceListId: whole.id })).toMatchObject({ code: "price_override" });
  expect(must(await registerSale(seller, { lines: [{ productId: nails, quantity: "1" }] })).total).toBe("101.00");
  // A cheaper list is a discount on all that they buy: who may not say a price does not say the list.
  expect(await saveCustomer(seller, customer.id, { priceListId: whole.id })).toMatchObject({ fields: [{ path: "priceListId", code: "forbidden" }] });
  expect(await saveCustomer(seller, null, { name: "Primo", priceListId: whole.id })).toMatchObject({ fields: [{ path: "priceListId" }] });
  expect(must(await saveCustomer(seller, customer.id, { phone: "1155", priceListId: trade.id })).phone).toBe("1155");

  must(await saveCustomer(ctx, customer.id, { priceListId: whole.id }));
  const both = must(await registerSale(seller, { customerId: customer.id, lines: [{ productId: nails, quantity: "1" }, { productId: paint, quantity: "1" }] }));
  expect(both).toMatchObject({ total: "270.00", lines: [{ unitPrice: "70.00" }, { unitPrice: "200.00" }] });
  expect(must(await registerSale(ctx, { customerId: customer.id, lines: [{ productId: nails, quantity: "-1" }], notes: "sin ticket" })).total).toBe("-70.00");
  must(await savePriceList(ctx, whole.id, { isActive: false }));
  expect(must(await sell("1")).total).toBe("101.00");
  expect(await loadPosList(ctx.db, whole.id)).toBeNull();
  expect(await auditTenant(ctx.db)).toEqual([]);
});

it("D1 what the till works out by a list is what the server charges by it", async () => {
  const { ctx } = await openShop();
  const products = await Promise.all(["0.35", "101", "89999.99"].map(async (salePrice) => ({ id: await stockShelf(ctx, { salePrice, stock: "999" }), salePrice, sku: "", name: "x", unit: "u", taxRate: "21" })));
  const rules = { breaks: [{ from: "3", percent: "-7.5" }], methods: { cash: "-10" } };
  const derived = must(await savePriceList(ctx, null, createPriceListSchema.parse({ name: "A", percent: "-33.33", ...rules })));
  const own = must(await savePriceList(ctx, null, createPriceListSchema.parse({ name: "B", ...rules })));
  must(await saveListPrices(ctx, own.id, [{ productId: products[1]!.id, price: "77.7777" }]));
  for (const { id } of [derived, own]) {
    const list = (await loadPosList(ctx.db, id))!;
    const customer = must(await saveCustomer(ctx, null, { name: `De ${list.name}`, priceListId: id }));
    const lines = products.map((product, i) => ({ kind: "add" as const, product: { ...product, salePrice: priceByPosList(list, product) }, quantity: String(i * 2 + 1) }));
    const ticket = { ...lines.reduce((open, line) => changeTicket(open, line).ticket, openTicket(newId())), customer: { id: customer.id, name: customer.name, balance: "0", list } };
    const due = chargeTicket(ticket, list.rules, [{ method: "cash", count: 1, amount: "9999999" }]);
    if (typeof due === "string") throw new Error(due);
    expect(must(await registerSale(ctx, registerSaleSchema.parse(saleRequestOf(ticket, [{ method: "cash", count: 1, amount: "9999999" }], due.total, "x")))).total).toBe(due.total);
  }
});
