import { expect, test } from "@playwright/test";
import { partsOf, ready } from "./support/counter.ts";
import { openPage } from "./support/open-page.ts";
import { signInByRequest } from "./support/open-shop.ts";
import { openStockedShop } from "./support/stock-shop.ts";

test("E4 E5 by keyboard alone: set two products to what is there, and ask a number why", async ({ page, baseURL }) => {
  const shop = await openStockedShop(page.request);
  await signInByRequest(page.context(), baseURL!, shop);
  await openPage(page, "/stock");
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/\/stock\/adjustments\/new/);
  const entry = page.getByRole("combobox", { name: /Escaneá/ });
  await expect(entry).toBeFocused();
  // A scanned code goes in at once.
  await page.keyboard.type("7790001112228");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Cantidad de Llave francesa 10\"" })).toBeFocused();
  await page.keyboard.type("5");
  await page.keyboard.press("Enter");
  await expect(entry).toBeFocused();
  // Words that several products have are chosen from.
  await page.keyboard.type("de");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox").getByRole("option").nth(1)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("candado");
  await page.keyboard.press("Enter");
  // Typed before the product was found.
  await page.keyboard.type("0");
  const padlock = page.getByRole("textbox", { name: "Cantidad de Candado de bronce 40 mm" });
  await expect(padlock).toBeFocused();
  await expect(padlock).toHaveValue("0");
  // Back to the reason, then post.
  const reason = page.getByRole("combobox", { name: "Motivo" });
  for (let i = 0; i < 12 && !(await reason.evaluate((field) => field === document.activeElement)); i += 1) await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("Correc");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: /Ajuste de stock N\.º 2/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Candado de bronce/ })).toContainText("-1");
  await page.getByRole("link", { name: /Llave francesa/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("why")).toContainText("5");
  await expect(page.getByRole("row", { name: /Corrección de carga/ })).toContainText("+2");
  await expect(page.getByRole("row", { name: /Stock inicial/ })).toContainText("+3");
});

test("E2 by keyboard alone: ask the warehouse for goods, send them, receive less and give up the rest", async ({ page, baseURL }) => {
  const shop = await openStockedShop(page.request);
  await signInByRequest(page.context(), baseURL!, shop);
  await openPage(page, "/stock/transfers");
  await page.keyboard.press("n");
  const entry = page.getByRole("combobox", { name: /Escaneá/ });
  await expect(entry).toBeFocused();
  await page.keyboard.type("LIJ-220");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Cantidad de Lija al agua grano 220" })).toBeFocused();
  await page.keyboard.type("40");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: /Transferencia N\.º 2/ })).toBeVisible();
  const now = page.getByRole("textbox", { name: "Cantidad de Lija al agua grano 220" });
  await expect(now).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("En camino", { exact: true }).first()).toBeVisible();
  await expect(now).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("38");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Recibida", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("row", { name: /Lija al agua/ })).toContainText("38");
});

test("E3 by keyboard alone: count two products, send to review, approve", async ({ page, baseURL }) => {
  const shop = await openStockedShop(page.request);
  await signInByRequest(page.context(), baseURL!, shop);
  await openPage(page, "/stock/counts");
  await page.keyboard.press("n");
  const plan = page.getByRole("combobox", { name: "Qué contar" });
  await expect(plan).toBeFocused();
  await page.keyboard.type("Lo que");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: /Conteo N\.º 2/ })).toBeVisible();
  const entry = page.getByRole("combobox", { name: /Escaneá/ });
  for (const [code, name, found] of [["7790001112228", /Llave francesa/, "2"], ["CAN-040", /Candado/, "1"]] as const) {
    await expect(entry).toBeFocused();
    await page.keyboard.type(code);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: "Contado" })).toBeFocused();
    await page.keyboard.type(found);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("row", { name })).toContainText(found);
  }
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("En revisión", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("row", { name: /Llave francesa/ })).toContainText("-1");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Aprobado", { exact: true }).first()).toBeVisible();
});

test("E5 at the counter a number of stock leads to the movements that made it, in a tab of its own: the ticket stays", async ({ page, baseURL }) => {
  const shop = await openStockedShop(page.request);
  await signInByRequest(page.context(), baseURL!, shop);
  await page.goto("/pos");
  await ready(page);
  const { entry, strip, rows } = partsOf(page, shop);
  const opened = async (ask: () => Promise<void>, number: string): Promise<void> => {
    const [tab] = await Promise.all([page.context().waitForEvent("page"), ask()]);
    await expect(tab.getByTestId("why")).toContainText(number);
    await tab.close();
  };
  await entry.fill("LLA-010");
  await entry.press("Enter");
  await expect(rows).toHaveCount(1);
  // Enter on a line that was walked to says all of it.
  await entry.press("ArrowUp");
  await entry.press("Enter");
  await opened(() => strip.getByRole("link", { name: "Por qué ese stock" }).press("Enter"), "3");
  await entry.fill("?CAN-040");
  await entry.press("Enter");
  await opened(() => strip.getByRole("link", { name: "Por qué ese stock" }).press("Enter"), "1");
  await entry.fill("lija");
  await opened(() => page.getByRole("option", { name: /Lija al agua/ }).getByText(/^Stock/).click(), "1");
  await expect(rows).toHaveCount(1);
});

test("E2 E5 the number of a day gone by explains itself with that day, what is on its way is beside the shelf, and a return leads to its sale", async ({ page, baseURL }) => {
  const shop = await openStockedShop(page.request);
  const headers = { authorization: `Bearer ${shop.accessToken}` };
  const sale = (await (await page.request.get(`/api/v1/ops/sales/${shop.saleId}`, { headers })).json()) as { lines: { id: string; productId: string }[] };
  const line = sale.lines.find(({ productId }) => productId === shop.productId)!;
  const returned = await page.request.post(`/api/v1/ops/sales/${shop.saleId}/returns`, { headers, data: { lines: [{ saleLineId: line.id, quantity: "1" }], refund: "cash", reason: "fallado" } });
  expect(returned.status(), await returned.text()).toBe(201);
  await signInByRequest(page.context(), baseURL!, shop);
  await openPage(page, "/stock");
  // Sent to the warehouse and not there yet.
  await expect(page.getByRole("columnheader", { name: "En camino" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Lija al agua/ })).toContainText("2 u");
  const sent = (await (await page.request.get(`/api/v1/ops/stock/transfers/${shop.transferId}`, { headers })).json()) as { lines: { productId: string }[] };
  await openPage(page, `/products/${sent.lines[0]!.productId}`);
  await page.getByRole("row", { name: /Depósito/ }).getByRole("link", { name: "2 u" }).press("Enter");
  await expect(page).toHaveURL(/\/stock\/transfers\?status=in_transit/);
  await expect(page.getByRole("row", { name: /En camino/ })).toHaveCount(1);
  await openPage(page, "/stock?asOf=2026-01-31&q=tornillo");
  await page.getByRole("link", { name: /Tornillo autoperforante/ }).press("Enter");
  await expect(page.getByTestId("why")).toContainText("Al 31/01/2026 había 0 u");
  await expect(page.getByText("Ningún movimiento coincide con lo que elegiste")).toBeVisible();
  await page.getByRole("link", { name: "Ver todos los movimientos" }).press("Enter");
  await expect(page.getByTestId("why")).toContainText("Hay 37 u");
  await page.getByRole("row", { name: /\+1 u/ }).getByRole("link", { name: "Devolución" }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`/sales/${shop.saleId}$`));
});
