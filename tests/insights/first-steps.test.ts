import { expect, test } from "vitest";
import { firstSteps } from "@/modules/insights/queries/first-steps.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

test("A2 each step is done when its fact is there", async () => {
  const shop = await openShop();
  expect(await firstSteps(shop.ctx)).toEqual({ products: false, till: false, sale: false, shop: false, team: false });
  const productId = await stockShelf(shop.ctx);
  expect(await firstSteps(shop.ctx)).toMatchObject({ products: true, sale: false });
  expect((await registerSale(shop.ctx, registerSaleSchema.parse({ lines: [{ productId, quantity: "1" }] }))).ok).toBe(true);
  expect(await firstSteps(shop.ctx)).toMatchObject({ products: true, till: true, sale: true, team: false });
  await shop.ctxOf("seller");
  expect(await firstSteps(shop.ctx)).toMatchObject({ sale: true, shop: false, team: true });
});
