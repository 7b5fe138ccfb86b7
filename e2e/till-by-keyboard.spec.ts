import { expect, test, type Page } from "@playwright/test";
import { ask, openCounter, ready, typeLine } from "./support/counter.ts";
import { openPage } from "./support/open-page.ts";

/** Goes with Tab to a control as somebody without a mouse does, and presses it. */
async function press(page: Page, name: string): Promise<void> {
  // Of a page and the dialog over it, the dialog's.
  const target = page.getByRole("button", { name, exact: true }).last();
  await expect(target).toBeVisible();
  for (let i = 0; i < 60 && !(await target.evaluate((element) => element === document.activeElement)); i += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
}

test("F9 F3 F4 a turn at the till by the keyboard alone: opened, a ticket held and recalled, paid in two parts, counted blind, closed with its Z", async ({ page, request, baseURL }) => {
  const { shop, rows, strip } = await openCounter(page, request, baseURL!);
  await openPage(page, "/cash");
  await press(page, "Abrir la caja");
  await expect(page.getByLabel("Efectivo con el que abrís")).toBeFocused();
  await page.keyboard.type("1000");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Cerrar la caja" })).toBeVisible();

  await page.goto("/pos");
  await ready(page);
  await typeLine(page, "2*4");
  await page.keyboard.press("F8");
  await expect(rows).toHaveCount(0);
  await typeLine(page, "5");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 1");
  await page.keyboard.press("Alt+1");
  await expect(rows).toHaveCount(1);
  await page.keyboard.press("F10");
  await expect(page.getByLabel("Recibido")).toHaveValue("200,08");
  await page.keyboard.type("150", { delay: 45 });
  await page.keyboard.press("d");
  await expect(page.getByRole("list", { name: "Pagos en partes" })).toContainText("$ 150,00");
  await expect(page.getByLabel("Recibido")).toHaveValue("50,08");
  await page.keyboard.type("60", { delay: 45 });
  await expect(page.getByLabel("Recibido")).toHaveValue("60");
  await page.keyboard.press("Enter");
  await expect(strip).toContainText("¿Se acreditaron $ 150,00?");
  // The second Enter is another one than the scanner's line feed.
  await page.waitForTimeout(350);
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 2");
  const [last] = (await ask<{ items: { id: string }[] }>(request, shop, "/ops/sales")).items;
  expect(await ask(request, shop, `/ops/sales/${last!.id}`)).toMatchObject({ payments: [{ method: "debit", amount: "150.00" }, { method: "cash", amount: "60.00" }] });

  await openPage(page, "/cash");
  await press(page, "Cerrar la caja");
  await expect(page.getByText(/Esperábamos\s\$/)).toHaveCount(0);
  const counted = page.getByLabel("Efectivo contado");
  for (let i = 0; i < 30 && !(await counted.evaluate((element) => element === document.activeElement)); i += 1) await page.keyboard.press("Tab");
  await page.keyboard.type("1150,13");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Esperábamos $ 1.150,13")).toBeVisible();
  await press(page, "Cerrar la caja");
  await expect(page.getByText("Caja cerrada: Z N° 1")).toBeVisible();
  const [shift] = (await ask<{ items: { id: string }[] }>(request, shop, "/ops/shifts")).items;
  expect(await ask(request, shop, `/ops/shifts/${shift!.id}`)).toMatchObject({ status: "closed", number: 1, methods: [{ method: "cash", counted: "1150.13", difference: "0.00" }, { method: "debit", sales: "150.00" }] });
});
