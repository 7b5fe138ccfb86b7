import { expect, type APIRequestContext, type Page } from "@playwright/test";
import { openPage } from "./open-page.ts";
import { newEmail, PASSWORD, signInByRequest, type E2eShop } from "./open-shop.ts";

/** The owner's PIN. */
export const MARTA = "8306";

/** The owner chooses a PIN, and goes. */
export async function choosePin(page: Page, baseURL: string, shop: E2eShop): Promise<void> {
  await signInByRequest(page.context(), baseURL, shop);
  await openPage(page, "/account");
  await page.getByLabel("PIN", { exact: true }).fill(MARTA);
  await page.getByLabel("Contraseña", { exact: false }).first().focus();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByText("ya podés usar tu PIN")).toBeVisible();
  await page.context().clearCookies();
}

/** A seller who gives no more than 10 % off and 50 back. */
export async function addSeller(request: APIRequestContext, { accessToken }: E2eShop): Promise<{ email: string; password: string }> {
  const email = newEmail();
  const added = await request.post("/api/v1/back-office/members", { headers: { authorization: `Bearer ${accessToken}` }, data: { email, name: "Juan Pérez", password: PASSWORD, role: "STAFF", permissionSet: "seller", thresholds: { maxDiscountPercent: "10", maxRefund: "50" } } });
  expect(added.status()).toBe(201);
  return { email, password: PASSWORD };
}
