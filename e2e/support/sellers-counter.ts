import { expect, type APIRequestContext, type Page } from "@playwright/test";
import { partsOf, ready, type Counter } from "./counter.ts";
import { newEmail, openShop, PASSWORD, signInByRequest, type E2eShop } from "./open-shop.ts";
import { openPage } from "./open-page.ts";
import { plantProducts } from "./plant-products.ts";

/** The owner's PIN. */
export const MARTA = "8306";

/** The owner chooses a PIN, and a seller stands at the counter. */
export async function openSellersCounter(page: Page, request: APIRequestContext, baseURL: string): Promise<Counter> {
  const shop = await openShop(request, "Ferretería San Martín");
  await plantProducts(shop.tenant.id, 20);
  await signInByRequest(page.context(), baseURL, shop);
  await openPage(page, "/account");
  await page.getByLabel("PIN", { exact: true }).fill(MARTA);
  await page.getByLabel("Contraseña", { exact: false }).first().focus();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByText("ya podés usar tu PIN")).toBeVisible();
  await page.context().clearCookies();
  await signInByRequest(page.context(), baseURL, { email: await addSeller(request, shop), password: PASSWORD });
  await page.goto("/pos");
  await ready(page);
  return partsOf(page, shop);
}

async function addSeller(request: APIRequestContext, { accessToken }: E2eShop): Promise<string> {
  const email = newEmail();
  const added = await request.post("/api/v1/back-office/members", { headers: { authorization: `Bearer ${accessToken}` }, data: { email, name: "Juan Pérez", password: PASSWORD, role: "STAFF", permissionSet: "seller", thresholds: { maxDiscountPercent: "10", maxRefund: "50" } } });
  expect(added.status()).toBe(201);
  return email;
}
