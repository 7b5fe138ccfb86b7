import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { openPage, settled } from "./support/open-page.ts";
import { signInByRequest } from "./support/open-shop.ts";
import { openStockedShop } from "./support/stock-shop.ts";

test("C6 by keyboard alone: prices up 12 %, labels of what changed, the PDF, printed; then nothing is left to print", async ({ page, baseURL }) => {
  const shop = await openStockedShop(page.request);
  const headers = { authorization: `Bearer ${shop.accessToken}` };
  expect((await page.request.post(`/api/v1/back-office/labels/${shop.labelBatchId}/printed`, { headers })).status()).toBe(200);
  await signInByRequest(page.context(), baseURL!, shop);
  await openPage(page, "/prices");
  await page.keyboard.type("12");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("combobox", { name: "Proveedor" })).toBeFocused();
  await page.keyboard.type("Distribuidora");
  await expect(page.getByRole("status").filter({ hasText: "2 precios cambian" })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Aplicado", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Etiquetas de lo que cambió" })).toBeVisible();
  await settled(page);
  await page.keyboard.press("e");

  await expect(page).toHaveURL(/\/labels\?run=/);
  await expect(page.getByRole("status").filter({ hasText: "2 en 1 hoja" })).toBeVisible();
  await expect(page.getByRole("img", { name: /^Así sale la etiqueta de/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Cinta métrica 5 m/ })).toContainText("11.5");
  await settled(page);
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/labels\/batches\/[0-9a-f-]{36}/);
  await expect(page.getByText("Sin imprimir", { exact: true })).toBeVisible();
  await settled(page);

  // Both keys in one breath: the second is answered with the file that the first is waiting for.
  const [opened, kept] = await Promise.all([
    page.context().waitForEvent("page"), page.waitForEvent("download"), page.waitForResponse((response) => response.url().endsWith("/pdf") && response.headers()["cache-control"] === "private, no-store"),
    page.keyboard.press("o").then(() => page.keyboard.press("d")),
  ]);
  await opened.close();
  expect(kept.suggestedFilename()).toMatch(/^Etiquetas \d{4}-\d\d-\d\d [0-9a-f]{6}\.pdf$/);
  const file = await readFile(await kept.path());
  expect([file.subarray(0, 5).toString(), file.includes("/Type /Page\n")]).toEqual(["%PDF-", true]);

  await page.bringToFront();
  await page.keyboard.press("m");
  await expect(page.getByText(/^Impresas el /)).toBeVisible();
  await openPage(page, "/labels");
  await expect(page.getByText("Todo al día: cada etiqueta impresa tiene el precio de hoy.")).toBeVisible();
});

test("C6 chosen in the list of products; a calibration is kept", async ({ page, baseURL }) => {
  const shop = await openStockedShop(page.request);
  await signInByRequest(page.context(), baseURL!, shop);
  await openPage(page, "/products");
  await page.getByRole("checkbox", { name: "Elegir Cinta métrica 5 m" }).check();
  await page.getByRole("checkbox", { name: "Elegir Lija al agua grano 220" }).check();
  await page.getByRole("link", { name: "Imprimir etiquetas" }).click();
  await expect(page.getByRole("button", { name: "Armar 2 etiquetas" })).toBeVisible();
  await page.getByRole("spinbutton", { name: "Etiquetas de Lija al agua grano 220" }).fill("3");
  await page.getByRole("combobox", { name: "Formato" }).selectOption("a4-65");
  await page.getByRole("spinbutton", { name: "Empezar en la etiqueta" }).fill("63");
  await expect(page.getByRole("status").filter({ hasText: "4 en 2 hojas" })).toBeVisible();

  await openPage(page, "/labels/calibration");
  await page.getByRole("textbox", { name: "Correr a la derecha" }).first().fill("1,5");
  await page.getByRole("textbox", { name: "Tamaño" }).first().fill("300");
  await page.getByRole("button", { name: "Guardar" }).first().click();
  await expect(page.getByRole("textbox", { name: "Tamaño" }).first()).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("textbox", { name: "Tamaño" }).first().fill("100,5");
  await page.getByRole("button", { name: "Guardar" }).first().click();
  await expect(page.getByText("Guardamos la calibración.")).toBeVisible();
  await openPage(page, "/labels/calibration");
  await expect(page.getByRole("textbox", { name: "Correr a la derecha" }).first()).toHaveValue("1,5");
});
