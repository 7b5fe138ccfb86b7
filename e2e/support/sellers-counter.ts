import type { APIRequestContext, Page } from "@playwright/test";
import { partsOf, ready, type Counter } from "./counter.ts";
import { openShop, signInByRequest } from "./open-shop.ts";
import { plantProducts } from "./plant-products.ts";
import { addSeller, choosePin } from "./second-member.ts";

/** The owner chooses a PIN, and a seller stands at the counter. */
export async function openSellersCounter(page: Page, request: APIRequestContext, baseURL: string): Promise<Counter> {
  const shop = await openShop(request, "Ferretería San Martín");
  await plantProducts(shop.tenant.id, 20);
  await choosePin(page, baseURL, shop);
  await signInByRequest(page.context(), baseURL, await addSeller(request, shop));
  await page.goto("/pos");
  await ready(page);
  return partsOf(page, shop);
}
