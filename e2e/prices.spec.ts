import { expect, test } from "@playwright/test";
import { openPage } from "./support/open-page.ts";
import { signInByRequest } from "./support/open-shop.ts";
import { openStockedShop } from "./support/stock-shop.ts";

test("D3 by keyboard alone: raise a supplier's prices by 12 %, see what would happen, apply, undo", async ({ page, baseURL }) => {
  const shop = await openStockedShop(page.request);
  await signInByRequest(page.context(), baseURL!, shop);
  const priceOf = async (sku: string): Promise<string> => {
    const found = await page.request.get(`/api/v1/ops/products?q=${sku}`, { headers: { authorization: `Bearer ${shop.accessToken}` } });
    return ((await found.json()) as { items: { salePrice: string }[] }).items[0]!.salePrice;
  };
  const before = await priceOf("MED-005");
  await openPage(page, "/prices");
  // The value has the focus.
  await page.keyboard.type("12");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("combobox", { name: "Proveedor" })).toBeFocused();
  await page.keyboard.type("Distribuidora");
  await expect(page.getByRole("status").filter({ hasText: "2 precios cambian" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Cinta métrica 5 m/ })).toContainText("▲ 12");
  expect(await priceOf("MED-005")).toBe(before);
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/prices\/changes\/[0-9a-f-]{36}/);
  await expect(page.getByText("Aplicado", { exact: true })).toBeVisible();
  expect(Number(await priceOf("MED-005"))).toBeCloseTo(Number(before) * 1.12, 2);

  const undo = page.getByRole("button", { name: "Deshacer este cambio" });
  for (let i = 0; i < 60 && !(await undo.evaluate((button) => button === document.activeElement)); i += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Deshecho", { exact: true })).toBeVisible();
  expect(await priceOf("MED-005")).toBe(before);
});
