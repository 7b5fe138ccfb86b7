import { expect, test } from "@playwright/test";
import { openPage } from "./support/open-page.ts";
import { openShop, signInByRequest } from "./support/open-shop.ts";

test("I1 a customer is written and pays by the keyboard alone", async ({ page, context, baseURL }) => {
  const shop = await openShop(page.request, "Kiosco Sol");
  await signInByRequest(context, baseURL!, shop);
  await openPage(page, "/customers");
  await page.keyboard.press("n");
  await expect(page).toHaveURL("/customers/new");
  await expect(page.getByLabel("Nombre", { exact: true })).toBeFocused();
  await page.keyboard.type("Ana López");
  await page.keyboard.press("Tab");
  await page.keyboard.type("11 5555-0101");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("heading", { level: 1, name: "Ana López" })).toBeVisible();
  await openPage(page, page.url());
  await page.keyboard.press("p");
  await expect(page.getByLabel("Importe")).toBeFocused();
  await page.keyboard.type("1500");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Registramos el pago de $ 1.500,00")).toBeVisible();
  await expect(page.getByText("Tiene a favor")).toBeVisible();
});
