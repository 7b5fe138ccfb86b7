import { expect, test } from "@playwright/test";
import { ask, openCounter, partsOf, ready, scan, typeLine } from "./support/counter.ts";
import { signInByRequest } from "./support/open-shop.ts";
import { plantedBarcode } from "./support/plant-products.ts";
import { addSeller } from "./support/second-member.ts";

test("3.10 R4 R5 the till is opened where it is sold, by the keyboard, without holding anybody up: a scan in its field is a scan, Esc leaves it", async ({ page, request, baseURL }) => {
  const { shop, entry, rows, strip } = await openCounter(page, request, baseURL!);
  const row = page.getByRole("form", { name: "Abrí la caja para vender" });
  await expect(row).toBeVisible();
  await expect(entry).toBeFocused();
  const float = row.getByLabel("Fondo de caja");
  await page.keyboard.press("Tab");
  await expect(float).toBeFocused();
  await scan(page, plantedBarcode(7));
  await expect(rows).toHaveCount(1);
  await expect(entry).toBeFocused();
  // Somebody waits: what the drawer holds can be said later.
  await expect(row).toBeHidden();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 1");
  await page.keyboard.press("Escape");
  await expect(row).toBeVisible();
  await expect(float).toHaveValue("");
  // Since a scanner was heard, the button that brings a screen's keyboard back stands in between.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(float).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(entry).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("15000,50", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(strip).toContainText("Caja abierta.");
  await expect(row).toBeHidden();
  await expect(entry).toBeFocused();
  expect(await ask(request, shop, "/ops/shifts?status=open")).toMatchObject({ items: [{ float: "15000.50" }] });
});

test("3.10 two tills count for one drawer: whoever is second is told with what it is open, and that theirs was not taken", async ({ page, browser, request, baseURL }) => {
  const { shop, strip } = await openCounter(page, request, baseURL!);
  const second = await browser.newContext({ baseURL: baseURL!, locale: "es-AR" });
  await signInByRequest(second, baseURL!, await addSeller(request, shop));
  const other = await second.newPage();
  await other.goto("/pos");
  await ready(other);
  const tills = [page, other].map((till) => till.getByRole("form", { name: "Abrí la caja para vender" }));
  for (const [i, float] of ["3000", "5000"].entries()) await tills[i]!.getByLabel("Fondo de caja").pressSequentially(float, { delay: 45 });
  await tills[0]!.getByLabel("Fondo de caja").press("Enter");
  await expect(strip).toContainText("Caja abierta.");
  await tills[1]!.getByLabel("Fondo de caja").press("Enter");
  const there = partsOf(other, shop);
  await expect(there.strip).toContainText(/La caja ya estaba abierta: la abrió Marta Quiroga con \$\s3\.000,00\. Los \$\s5\.000,00 que contaste no se anotaron\./);
  await expect(there.strip).not.toContainText("Caja abierta.");
  await expect(tills[1]!).toBeHidden();
  await expect(there.entry).toBeFocused();
  expect(await ask(request, shop, "/ops/shifts")).toMatchObject({ items: [{ float: "3000.00", openedBy: "Marta Quiroga" }] });
  await second.close();
});

test("F5 a register that is put away under its device says so at the counter, and the page of the tills gives it another", async ({ page, request, baseURL }) => {
  const { shop } = await openCounter(page, request, baseURL!);
  const headers = { authorization: `Bearer ${shop.accessToken}` };
  const added = (await (await request.post("/api/v1/back-office/registers", { headers, data: { name: "Caja 2" } })).json()) as { id: string };
  await page.goto("/cash");
  await page.getByRole("button", { name: "Vender en Caja 2 con este dispositivo" }).press("Enter");
  await expect(page.getByText("Este dispositivo vende acá")).toBeVisible();
  expect((await request.patch(`/api/v1/back-office/registers/${added.id}`, { headers, data: { isActive: false } })).status()).toBe(200);
  await page.goto("/pos");
  await ready(page);
  await expect(page.getByText("Caja 2 se dio de baja")).toBeVisible();
  await page.getByRole("link", { name: "Elegir otra caja" }).press("Enter");
  await page.getByRole("button", { name: "Vender en Caja 1 con este dispositivo" }).press("Enter");
  await expect(page.getByText("Este dispositivo vende acá")).toBeVisible();
  await page.goto("/pos");
  await ready(page);
  await expect(page.getByRole("form", { name: "Abrí la caja para vender" })).toContainText("Caja 1");
});

test("3.8 F4 a sale is undone where it was made: its number stays a cancelled sale's, its ticket comes back, and it is sold once more", async ({ page, request, baseURL }) => {
  const { shop, rows, strip } = await openCounter(page, request, baseURL!);
  await typeLine(page, "2*6");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 1");
  await expect(page.getByRole("button", { name: "Deshacer la venta" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(strip).toContainText("Se anuló la venta 1.");
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText("2 u");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 2");
  expect(await ask(request, shop, "/ops/sales")).toMatchObject({ items: [{ number: 2, status: "completed", total: "200.12" }, { number: 1, status: "cancelled" }] });
});

test("3.4 3.5 3.6 what the keys say: a quote by its number, F5, the cost beside a price, on whose account, a new customer with a CUIT", async ({ page, request, baseURL }) => {
  const { entry, strip } = await openCounter(page, request, baseURL!);
  const side = page.getByRole("complementary");
  await typeLine(page, "#P-42");
  await expect(strip).toContainText("No hay un presupuesto P-42.");
  await expect(entry).toHaveValue("");
  await page.keyboard.press("F5");
  await expect(strip).toContainText("Ctrl R recarga");
  await typeLine(page, "2");
  await page.keyboard.press("F4");
  await expect(strip).toContainText("Costo con IVA $ 60,50. Margen 39,5 %.");
  await page.keyboard.press("Escape");

  await page.keyboard.press("F10");
  const amount = page.getByLabel("Recibido");
  // A letter of no method is no part of an amount.
  await page.keyboard.press("o");
  await expect(amount).toHaveValue("100,02");
  await page.keyboard.press("f");
  await expect(page.getByLabel("Nombre, teléfono o documento")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(amount).toBeFocused();
  await page.keyboard.press("f");
  await page.keyboard.type("Ana", { delay: 45 });
  await expect(page.getByRole("button", { name: "Crear «Ana»" })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("30-71234567-2", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(strip).toContainText("El CUIT no es válido");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("1", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(side.getByText("Con esta venta")).toBeVisible();
  await expect(page.getByLabel("A cobrar")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 1");
});
