import { expect, test, type Page } from "@playwright/test";
import { catchPrints, openCounter, ready, salesOf, scan, stockOf, typeLine } from "./support/counter.ts";
import { changeProduct, plantedBarcode, refuseNegativeStock } from "./support/plant-products.ts";

const SALES = "**/api/v1/ops/sales";
const number = (page: Page) => page.locator("[data-sale]:not([data-sale=''])");

test("F1 the grammar of the entry field", async ({ page, request, baseURL }) => {
  const { rows, total, entry, strip } = await openCounter(page, request, baseURL!);
  await typeLine(page, "3*1");
  await expect(rows.first()).toContainText("3 u");
  await page.keyboard.type("2*", { delay: 45 });
  await expect(page.getByRole("button", { name: /Lo próximo se agrega con cantidad 2/ })).toBeVisible();
  await scan(page, plantedBarcode(2));
  await expect(rows.last()).toContainText("2 u");
  await typeLine(page, "*5");
  await expect(rows.last()).toContainText("5 u");
  await page.keyboard.press("-");
  await expect(rows.last()).toContainText("4 u");
  await page.keyboard.press("+");
  await expect(rows.last()).toContainText("5 u");
  await typeLine(page, "=1500");
  await expect(rows.last()).toContainText("7.500,00");
  await typeLine(page, "10%");
  await expect(rows.last()).toContainText("6.750,00");
  await typeLine(page, "$1500 pan");
  await expect(rows.last()).toContainText("pan");
  await typeLine(page, "0,5*1");
  await expect(strip).toContainText(/entero|unidad/i);
  await page.keyboard.press("Escape");
  await typeLine(page, "0,5*4");
  await expect(rows.last()).toContainText("0,50 m");
  await expect(total).toContainText("8.600,05");
  await typeLine(page, "10%%");
  await expect(total).toContainText("7.740,04");
  await page.keyboard.press("Control+z");
  await expect(total).toContainText("8.600,05");
  await page.keyboard.type("?", { delay: 45 });
  await scan(page, plantedBarcode(7));
  await expect(strip).toContainText("$ 100,07. Stock 1.000");
  await expect(rows).toHaveCount(4);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Delete");
  await expect(rows).toHaveCount(3);
  await page.keyboard.press("Control+z");
  await expect(rows).toHaveCount(4);
  await expect(entry).toBeFocused();
});

test("3.1 the line that changed turns yellow for a moment, where it stands; for who wants no motion nothing moves", async ({ page, request, baseURL }) => {
  await page.addInitScript(noteFades);
  const { rows } = await openCounter(page, request, baseURL!);
  const fades = () => page.evaluate(() => (window as unknown as { fades: Fade[] }).fades.splice(0));
  const rowAt = async (i: number) => {
    const { y, height } = (await rows.nth(i).boundingBox())!;
    return { top: Math.round(y), height: Math.round(height) };
  };
  await typeLine(page, "1");
  await expect.poll(fades).toEqual([await rowAt(0)]);
  await typeLine(page, "2");
  await expect(rows).toHaveCount(2);
  await expect.poll(fades).toEqual([await rowAt(1)]);
  await typeLine(page, "2");
  await expect(rows.last()).toContainText("2 u");
  await expect.poll(fades).toEqual([await rowAt(1)]);

  await page.emulateMedia({ reducedMotion: "reduce" });
  await typeLine(page, "3");
  await expect(rows).toHaveCount(3);
  await typeLine(page, "4");
  await expect(rows).toHaveCount(4);
  expect(await fades()).toEqual([]);
});

interface Fade {
  top: number;
  height: number;
}

/** Writes down where each fading that the page begins lies. Run before any script of it. */
function noteFades(): void {
  const fades: Fade[] = [];
  Object.assign(window, { fades });
  const animate = Element.prototype.animate;
  Element.prototype.animate = function (...how) {
    const { top, height } = this.getBoundingClientRect();
    fades.push({ top: Math.round(top), height: Math.round(height) });
    return animate.apply(this, how);
  };
}

test("F1 words find products; the list is walked with the arrows", async ({ page, request, baseURL }) => {
  const { rows } = await openCounter(page, request, baseURL!);
  await page.keyboard.type("cano 41", { delay: 45 });
  await expect(page.getByRole("option").first()).toContainText("FE-00041");
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
  await expect(rows.first()).toContainText("FE-00041");
  await expect(page.getByRole("option")).toHaveCount(0);
  await page.keyboard.type("tornillo", { delay: 45 });
  const second = await page.getByRole("option").nth(1).innerText();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(rows.last()).toContainText(/FE-\d+/.exec(second)![0]);
});

test("F3 change is computed, and a double Enter makes one sale", async ({ page, request, baseURL }) => {
  const { shop, rows } = await openCounter(page, request, baseURL!);
  await typeLine(page, "20");
  await page.keyboard.press("F10");
  await page.keyboard.type("50", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Recibido")).toBeFocused();
  await page.getByLabel("Recibido").selectText();
  await page.keyboard.type("1000", { delay: 45 });
  await expect(page.getByRole("complementary")).toContainText("$ 899,80");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-change='899.80']")).toBeVisible();
  await expect(number(page)).toHaveText("Venta 1");
  await scan(page, plantedBarcode(3));
  await expect(page.locator("[data-change]")).toBeHidden();
  await expect(rows).toHaveCount(1);
  expect(await salesOf(request, shop)).toMatchObject([{ total: "100.20", change: "899.80" }]);
});

test("3.5 a number that stands in a line's editor is charged, by the button and by the key", async ({ page, request, baseURL }) => {
  const { shop, rows } = await openCounter(page, request, baseURL!);
  await typeLine(page, "1");
  await expect(rows).toHaveCount(1);
  await page.keyboard.press("F3");
  await page.keyboard.type("5", { delay: 45 });
  await page.getByRole("button", { name: /^Cobrar/ }).click();
  await expect(page.getByLabel("Recibido")).toHaveValue("500,05");
  await page.keyboard.press("Escape");
  await page.keyboard.press("F4");
  await page.keyboard.type("200", { delay: 45 });
  await page.keyboard.press("Control+Enter");
  await expect(number(page)).toHaveText("Venta 1");
  expect(await salesOf(request, shop)).toMatchObject([{ total: "1000.00" }]);
});

test("F3 a reload keeps the ticket", async ({ page, request, baseURL }) => {
  const { rows, total } = await openCounter(page, request, baseURL!);
  await typeLine(page, "2*9");
  await typeLine(page, "10");
  await expect(rows).toHaveCount(2);
  await page.reload();
  await ready(page);
  await expect(rows).toHaveCount(2);
  await expect(total).toContainText("300,28");
});

test("F3 an answer that the network swallowed: the retry is the same sale", async ({ page, request, baseURL }) => {
  const { shop } = await openCounter(page, request, baseURL!);
  let cuts = 0;
  await page.route(SALES, async (route) => {
    if (route.request().method() !== "POST" || cuts > 0) return route.continue();
    cuts += 1;
    await route.fetch();
    await route.abort("connectionreset");
  });
  await typeLine(page, "11");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("1 venta por enviar")).toBeVisible();
  await expect(number(page)).toHaveText("Venta 1");
  await expect(page.getByText("0 pendientes")).toBeVisible();
  expect(cuts).toBe(1);
  expect(await salesOf(request, shop)).toHaveLength(1);
});

test("F3 sells without network, over a reload too, and sends it when it is back", async ({ page, request, baseURL }) => {
  const { shop, rows } = await openCounter(page, request, baseURL!);
  await page.route(SALES, (route) => route.abort("internetdisconnected"));
  await typeLine(page, "12");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Sin conexión")).toBeVisible();
  await expect(page.getByText("Guardada en esta caja. Se envía apenas se pueda.")).toBeVisible();
  await typeLine(page, "13");
  await expect(rows).toHaveCount(1);
  await page.reload();
  await ready(page);
  await expect(rows).toHaveCount(1);
  await page.unroute(SALES);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(page.getByText("0 pendientes")).toBeVisible();
  expect(await salesOf(request, shop)).toMatchObject([{ total: "100.12" }]);
});

test("F3 a price that changed meanwhile comes back with the new one", async ({ page, request, baseURL }) => {
  const { shop, rows, strip, total } = await openCounter(page, request, baseURL!);
  await typeLine(page, "14");
  await changeProduct(shop.tenant.id, "FE-00014", { price: "250" });
  await page.keyboard.press("Control+Enter");
  await expect(strip).toContainText("$ 100,14 → $ 250,00");
  await expect(rows).toHaveCount(1);
  await expect(total).toContainText("250,00");
  await page.keyboard.press("Control+Enter");
  await expect(number(page)).toHaveText("Venta 1");
  expect(await salesOf(request, shop)).toMatchObject([{ total: "250.00" }]);
});

test("F3 a shop that sells no stock it has not names the product that is short", async ({ page, request, baseURL }) => {
  const { shop, rows, strip } = await openCounter(page, request, baseURL!);
  await refuseNegativeStock(shop.tenant.id);
  await changeProduct(shop.tenant.id, "FE-00015", { stock: "1" });
  await typeLine(page, "2*15");
  await page.keyboard.press("Control+Enter");
  await expect(strip).toContainText("La venta de $ 200,30 no se guardó: No alcanza el stock de Rodillo Bahco");
  await expect(rows).toHaveCount(1);
  await typeLine(page, "*1");
  await page.keyboard.press("Control+Enter");
  await expect(number(page)).toHaveText("Venta 1");
  expect(await stockOf(request, shop, "FE-00015")).toBe("0.000");
});

test("F3 the ticket is printed on 80 mm, and again with Ctrl P", async ({ page, request, baseURL, context }) => {
  await catchPrints(context);
  await openCounter(page, request, baseURL!);
  await typeLine(page, "2*16");
  await page.keyboard.press("Control+Enter");
  await expect(number(page)).toHaveText("Venta 1");
  const printed = () => page.evaluate(() => (window as unknown as { prints: string[] }).prints.length);
  await page.getByRole("button", { name: "Imprimir ticket" }).click();
  await expect.poll(printed).toBe(1);
  await page.keyboard.press("Control+p");
  await expect.poll(printed).toBe(2);
  const paper = await page.evaluate(() => (window as unknown as { prints: string[] }).prints[0]!);
  for (const text of ["Ferretería San Martín", "Venta 1", "TOTAL", "200,32", "IVA contenido (21\u00a0%)", "34,77", "no válido como factura"]) expect(paper).toContain(text);
  await expect(page.locator("[data-paper]")).toHaveCount(0);
});

test("3.1 on a phone the change of a sale is whole, with its number and its paper, and nothing beside it is pushed off the screen", async ({ page, request, baseURL }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { entry } = await openCounter(page, request, baseURL!);
  await typeLine(page, "9*16");
  await page.keyboard.press("F10");
  await expect(page.getByLabel("Recibido")).toBeFocused();
  await page.keyboard.type("20000", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(number(page)).toHaveText("Venta 1");
  for (const part of [entry, page.locator("[data-change]"), number(page), page.getByRole("button", { name: "Imprimir ticket" }), page.getByRole("button", { name: "Ayuda de teclas" })]) {
    await expect(part).toBeVisible();
    const box = (await part.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    expect(box.y + box.height).toBeLessThanOrEqual(844);
  }
});

test("3.1 on a phone a line says its own price and its own discount, and is given them where it stands", async ({ page, request, baseURL }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { rows } = await openCounter(page, request, baseURL!);
  await typeLine(page, "1");
  await typeLine(page, "2*2");
  // What the shelf says is not said again.
  await expect(rows.first().getByText("100,01", { exact: true }).first()).toBeHidden();
  const height = (await rows.first().boundingBox())!.height;
  await page.keyboard.press("F6");
  const field = rows.last().getByRole("textbox");
  await expect(field).toHaveCount(1);
  await expect(field).toBeFocused();
  await page.keyboard.type("10", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(rows.last().getByText("−10\u00a0%")).toBeVisible();
  await expect(rows.last().getByText("100,02", { exact: true })).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("F4");
  await expect(rows.first().getByRole("textbox")).toBeFocused();
  await page.keyboard.type("1500,50", { delay: 45 });
  await page.keyboard.press("Enter");
  const price = rows.first().getByText("1.500,50", { exact: true }).first();
  await expect(price).toBeVisible();
  for (const part of [price, rows.last().getByText("−10\u00a0%")]) {
    const box = (await part.boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual(390);
  }
  await page.keyboard.press("Control+z");
  await expect(price).toBeHidden();
  expect((await rows.first().boundingBox())!.height).toBe(height);
  // Under a full list too what is written is in sight.
  for (let i = 3; i < 13; i += 1) await scan(page, plantedBarcode(i));
  await expect(rows).toHaveCount(12);
  await page.keyboard.press("Escape");
  await page.keyboard.press("F6");
  await expect(rows.last().getByRole("textbox")).toBeFocused();
  const [list, hint] = [(await page.getByRole("table").boundingBox())!, (await rows.last().getByText("10 es 10").boundingBox())!];
  expect(hint.y + hint.height).toBeLessThanOrEqual(list.y + list.height);
});

test("1.4.10 at 200 % of a usual screen what is typed into is in sight, and Esc leaves a half asked payment at once", async ({ page, request, baseURL }) => {
  await page.setViewportSize({ width: 683, height: 384 });
  const { rows, strip, entry } = await openCounter(page, request, baseURL!);
  await typeLine(page, "1");
  await expect(rows).toHaveCount(1);
  await page.keyboard.press("F10");
  const amount = page.getByLabel("Recibido");
  await expect(amount).toBeFocused();
  await expect(amount).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("v");
  await expect(page.getByLabel("Código del vale")).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("F3");
  await expect(page.getByLabel(/^Cantidad de/)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(entry).toBeFocused();
  await page.keyboard.press("F10");
  await page.keyboard.press("q");
  await page.keyboard.press("Enter");
  await expect(strip).toContainText("¿Se acreditaron");
  await page.keyboard.press("F2");
  await expect(strip).not.toContainText("¿Se acreditaron");
  await page.keyboard.press("F9");
  await expect(page.getByLabel("Número de la venta")).toBeFocused();
  await expect(page.getByLabel("Número de la venta")).toBeInViewport({ ratio: 1 });
});

test("3.1 on a phone a word without end in a name stays within its column", async ({ page, request, baseURL }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { shop, rows } = await openCounter(page, request, baseURL!);
  const made = await request.post("/api/v1/back-office/products", { headers: { authorization: `Bearer ${shop.accessToken}` }, data: { name: `Tornillo ${"superlargo".repeat(6)}`, sku: "LARGO-7", unit: "u", salePrice: "1234567.89", taxRate: "21" } });
  expect(made.status()).toBe(201);
  await page.reload();
  await ready(page);
  await typeLine(page, "LARGO-7");
  const [name, quantity] = [(await rows.getByText(/^Tornillo/).boundingBox())!, (await rows.getByRole("cell").filter({ hasText: /^1\su$/ }).boundingBox())!];
  expect(name.x + name.width).toBeLessThanOrEqual(quantity.x);
});
