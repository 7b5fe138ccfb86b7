import { expect, test } from "@playwright/test";
import { openPage } from "./support/open-page.ts";
import { signInByRequest } from "./support/open-shop.ts";
import { openStockedShop } from "./support/stock-shop.ts";

test("the shell is walked by keyboard alone: skip link, letters, palette, help", async ({ page, context, request, baseURL }) => {
  await signInByRequest(context, baseURL!, await openStockedShop(request));
  await openPage(page, "/sales");

  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Ir al contenido" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();

  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await expect(page).toHaveURL("/products");
  await expect(page.getByRole("heading", { level: 1, name: /Productos/ })).toBeVisible();

  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Escribí una página, un producto o un código" });
  await expect(field).toBeFocused();
  await field.pressSequentially("hoy");
  await expect(page.getByRole("dialog").getByRole("option", { selected: true })).toContainText("Hoy");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/back-office");
  await expect(field).toHaveCount(0);

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("dialog").getByRole("option", { selected: true })).toHaveCount(1);
  await field.fill("nada que exista");
  await expect(page.getByText("Nada coincide con «nada que exista».").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Atajos de teclado" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("letters do nothing while a field has the focus, nor after they were switched off", async ({ page, context, request, baseURL }) => {
  await signInByRequest(context, baseURL!, await openStockedShop(request));
  await openPage(page, "/products");
  const search = page.getByRole("searchbox").or(page.getByPlaceholder(/Buscá por nombre/)).first();
  await search.fill("");
  await search.pressSequentially("gv");
  await expect(page).toHaveURL("/products");
  await expect(search).toHaveValue("gv");

  await context.addCookies([{ name: "letterKeys", value: "off", url: baseURL! }]);
  await openPage(page, "/products");
  await page.locator("#content").focus();
  await page.keyboard.press("g");
  await page.keyboard.press("v");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Escribí una página, un producto o un código" })).toBeFocused();
  await expect(page).toHaveURL("/products");
});
