import { expect, test } from "vitest";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { countShort } from "@/modules/stock/queries/count-short.ts";
import { countSlow } from "@/modules/stock/queries/count-slow.ts";
import { listStock } from "@/modules/stock/queries/list-stock.ts";
import { listStockSchema } from "@/modules/stock/schema.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

const DAY = 86_400_000;

test("E4 what is short, what will not last a week, what nobody buys", async () => {
  const shop = await openShop();
  const at = (daysAgo: number) => shop.contextAt(new Date(Date.now() - daysAgo * DAY));
  const [fast, slow, dead, below] = [await stockShelf(at(200), { name: "Fast", stock: "90" }), await stockShelf(at(200), { name: "Slow", stock: "90" }), await stockShelf(at(200), { name: "Dead", stock: "3" }), await stockShelf(at(200), { name: "Below" })];
  await shop.ctx.db.product.updateMany({ data: { createdAt: at(200).now } });
  await shop.ctx.db.product.updateMany({ where: { id: fast! }, data: { minStock: "10" } });
  // 84 in four weeks are three a day: the 6 that are left last two days. Of the slow one 87 are left, at one a day.
  for (const daysAgo of [20, 10, 2]) {
    const sold = await registerSale(at(daysAgo), { lines: [{ productId: fast!, quantity: "28" }, { productId: slow!, quantity: "1" }, { productId: below!, quantity: "1" }] });
    expect(sold.ok).toBe(true);
  }
  const names = async (view: string) => (await listStock(shop.ctx, listStockSchema.parse({ view }))).items.map(({ name }) => name);
  expect(await names("low")).toEqual(["Fast"]);
  expect(await names("negative")).toEqual(["Below"]);
  expect(await names("soon")).toEqual(["Below", "Fast"]);
  expect(await names("dead")).toEqual(["Dead"]);
  expect(dead).toBeTruthy();
  expect(await countShort(shop.ctx, undefined)).toEqual({ low: 1, negative: 1 });
  expect(await countSlow(shop.ctx, undefined)).toEqual({ soon: 2, dead: 1 });
  const [paced] = (await listStock(shop.ctx, listStockSchema.parse({ view: "soon", q: "fast" }))).items;
  expect(paced).toMatchObject({ onHand: "6.000", soldLately: "84.000" });
  const [then] = (await listStock(shop.ctx, listStockSchema.parse({ q: "fast", asOf: at(15).now.toISOString().slice(0, 10) }))).items;
  expect(then!.onHand).toBe("62.000");
});
