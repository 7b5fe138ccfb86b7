import { expect, test } from "@playwright/test";
import { ask, openCounter, ready, typeLine } from "./support/counter.ts";
import { openPage } from "./support/open-page.ts";
import { productId } from "./support/plant-products.ts";

/** The promise is 5 s; the machine of the tests has its share. */
const WITHIN = { timeout: 6_000 };

test("F3 a price and a stock changed in another browser reach an open till within 5 s; the open ticket says so and keeps its price until it is scanned again", async ({ page, request, baseURL }) => {
  const told = page.waitForResponse((response) => response.url().endsWith("/pos/live"));
  const { shop, rows, strip, total } = await openCounter(page, request, baseURL!);
  expect((await told).headers()["content-type"]).toContain("text/event-stream");
  await typeLine(page, "21");
  await expect(total).toContainText("100,21");
  const id = await productId(shop.tenant.id, "FE-00021");
  const change = await request.patch(`/api/v1/back-office/products/${id}`, { headers: { authorization: `Bearer ${shop.accessToken}` }, data: { salePrice: "150" } });
  expect(change.status()).toBe(200);
  await expect(strip).toContainText("$ 100,21 → $ 150,00", WITHIN);
  await expect(total).toContainText("100,21");
  await typeLine(page, "21");
  await expect(total).toContainText("300,00");
  await expect(rows.first()).toContainText("2 u");

  await page.keyboard.press("Control+Enter");
  // Counted after what was sold has left the shelf.
  await expect(page.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 1");
  const adjusted = await request.post("/api/v1/ops/stock/adjustments", { headers: { authorization: `Bearer ${shop.accessToken}` }, data: { lines: [{ productId: id, countedQuantity: "3" }], reason: "breakage" } });
  expect(adjusted.status()).toBe(201);
  await expect(async () => {
    await page.keyboard.type("?", { delay: 45 });
    await typeLine(page, "21");
    await expect(strip).toContainText("Stock 3.", { timeout: 300 });
  }).toPass(WITHIN);
});

test("F3 money is not taken for a price that moved: the ticket takes the new one first and says it", async ({ page, request, baseURL }) => {
  const { shop, strip, total } = await openCounter(page, request, baseURL!);
  await typeLine(page, "22");
  const id = await productId(shop.tenant.id, "FE-00022");
  await request.patch(`/api/v1/back-office/products/${id}`, { headers: { authorization: `Bearer ${shop.accessToken}` }, data: { salePrice: "90" } });
  await expect(strip).toContainText("Hay precios nuevos", WITHIN);
  await page.keyboard.press("Control+Enter");
  await expect(strip).toContainText("El ticket tomó los precios nuevos");
  await expect(total).toContainText("90,00");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Pago justo")).toBeVisible();
  await expect.poll(async () => (await ask<{ items: unknown[] }>(request, shop, "/ops/sales")).items).toMatchObject([{ total: "90.00" }]);
});

test("F9 «No hay» writes down an unknown code, words with their quantity, and a line that the shelf cannot serve", async ({ page, request, baseURL }) => {
  const { shop, rows, strip, entry } = await openCounter(page, request, baseURL!);
  await typeLine(page, "7791111111110");
  await page.keyboard.press("Control+Delete");
  await expect(strip).toContainText("Anotado: pidieron 7791111111110 (1) y no había.");
  await page.keyboard.type("2*caño de gas", { delay: 45 });
  await page.keyboard.press("Control+Delete");
  await expect(strip).toContainText("Anotado: pidieron caño de gas (2)");
  await expect(entry).toHaveValue("");
  await typeLine(page, "2000*5");
  await page.waitForTimeout(350);
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(1);
  await page.keyboard.press("Control+Delete");
  await expect(rows).toHaveCount(0);
  await page.keyboard.press("Control+Delete");
  await expect(strip).toContainText("Escribí qué pidieron");
  await expect.poll(async () => (await ask<{ items: { words: string | null; quantity: string }[] }>(request, shop, "/ops/lost-demand")).items.length).toBe(3);
  await openPage(page, "/stock/lost-demand");
  for (const text of ["caño de gas", "7791111111110", "FE-00005"]) await expect(page.getByRole("table")).toContainText(text);
  await page.goto("/pos");
  await ready(page);
});
