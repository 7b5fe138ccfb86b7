import { expect, test } from "@playwright/test";
import { openCounter, partsOf, ready, scan, typeLine } from "./support/counter.ts";
import { plantedBarcode } from "./support/plant-products.ts";

test("R1 R2 a scan lands wherever the last click went", async ({ page, request, baseURL }) => {
  const { entry, rows } = await openCounter(page, request, baseURL!);
  await expect(entry).toBeFocused();
  await scan(page, plantedBarcode(1));
  await expect(rows).toHaveCount(1);
  const places = [rows.first(), page.getByRole("button", { name: "Sonido" }), page.getByTestId("total"), page.getByRole("list", { name: "Tickets abiertos" }), page.getByTestId("strip")];
  for (const [i, place] of places.entries()) {
    await place.click();
    await expect(entry).toBeFocused();
    await scan(page, plantedBarcode(i + 2));
    await expect(rows).toHaveCount(i + 2);
  }
});

test("R5 R4 a scan in another field is taken out of it and goes to the ticket", async ({ page, request, baseURL }) => {
  const { entry, rows } = await openCounter(page, request, baseURL!);
  await scan(page, plantedBarcode(1));
  await page.keyboard.press("F3");
  const editor = page.getByLabel(/^Cantidad de/).first();
  await expect(editor).toBeFocused();
  await scan(page, plantedBarcode(2));
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("1 u");
  await expect(entry).toBeFocused();

  await page.keyboard.press("F10");
  const amount = page.getByLabel("Recibido");
  await expect(amount).toBeFocused();
  await scan(page, plantedBarcode(3));
  await expect(rows).toHaveCount(3);
  await expect(amount).toBeHidden();
  await expect(entry).toBeFocused();
});

test("3.3 a barcode is never a quantity, a price or an amount", async ({ page, request, baseURL }) => {
  const { rows, strip } = await openCounter(page, request, baseURL!);
  await typeLine(page, "1");
  await page.keyboard.press("F3");
  await typeLine(page, plantedBarcode(2));
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("1 u");
  await expect(strip).toContainText("Eso parece un código de barras, no una cantidad.");
  await page.keyboard.press("F10");
  await page.getByLabel("Recibido").selectText();
  await typeLine(page, plantedBarcode(3));
  await expect(rows).toHaveCount(3);
});

test("3.3 an empty Enter does nothing, and a scanner's second Enter neither", async ({ page, request, baseURL }) => {
  const { rows, total } = await openCounter(page, request, baseURL!);
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(0);
  await scan(page, plantedBarcode(1), ["Enter", "Enter"]);
  await scan(page, plantedBarcode(2), ["Tab"]);
  await expect(rows).toHaveCount(2);
  await expect(total).toContainText("200,03");
});

test("3.3 the same label again adds one; twice within a blink it counts once", async ({ page, request, baseURL }) => {
  const { rows } = await openCounter(page, request, baseURL!);
  const code = plantedBarcode(1);
  await scan(page, `${code}`);
  await page.waitForTimeout(300);
  await scan(page, code);
  await expect(rows.first()).toContainText("2 u");
  await expect(rows.first()).toContainText("×2");
  await expect(rows).toHaveCount(1);
});

test("R6 3.3 UPC without its zero, an unknown code, and a scanner of another language", async ({ page, request, baseURL }) => {
  const { rows, strip, entry } = await openCounter(page, request, baseURL!);
  await scan(page, "7791111111110");
  await expect(strip).toContainText("No encontramos el código 7791111111110.");
  await expect(strip.getByRole("button", { name: "Crear" })).toBeVisible();
  await scan(page, plantedBarcode(4));
  await expect(rows).toHaveCount(1);
  await scan(page, "!·$%&/()!·$");
  await expect(strip).toContainText("Tu lector está en otro idioma de teclado");
  await expect(entry).toHaveValue("");
  await expect(entry).toBeFocused();
});

test("R3 keys pressed on the page itself go to the entry, the first included", async ({ page, request, baseURL }) => {
  const { rows, entry } = await openCounter(page, request, baseURL!);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await typeLine(page, "17");
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText("FE-00017");
  await expect(entry).toBeFocused();
});

test("R9 what is scanned before the page is alive is not lost", async ({ page, request, baseURL }) => {
  const { shop } = await openCounter(page, request, baseURL!);
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await gate;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await page.waitForFunction(() => "takeEarlyKeys" in window);
  // Browsers drop keys before a page's first frame; after it the page is there to be scanned at, alive or not.
  await page.locator("#counter-entry").waitFor();
  await page.evaluate(() => addEventListener("keydown", () => Object.assign(window, { heard: true }), { once: true, capture: true }));
  await expect(async () => {
    await page.keyboard.press("Shift");
    expect(await page.evaluate(() => "heard" in window)).toBe(true);
  }).toPass();
  await scan(page, plantedBarcode(5));
  await typeLine(page, "3*");
  await typeLine(page, "6");
  open();
  await ready(page);
  const { rows } = partsOf(page, shop);
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("FE-00005");
  await expect(rows.last()).toContainText("3 u");
});

test("R8 a window that does not hear the scanner says so", async ({ page, request, baseURL }) => {
  const { entry } = await openCounter(page, request, baseURL!);
  await page.evaluate(() => window.dispatchEvent(new Event("blur")));
  await expect(page.getByText("Esta ventana no recibe el lector")).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(page.getByText("En línea")).toBeVisible();
  await expect(entry).toBeFocused();
});

test.describe("on glass", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("R7 a scanner keeps the screen's keyboard away, and a button brings it back", async ({ page, request, baseURL }) => {
    const { entry, rows } = await openCounter(page, request, baseURL!);
    await expect(entry).not.toBeFocused();
    await scan(page, plantedBarcode(1));
    await expect(rows).toHaveCount(1);
    await expect(entry).toHaveAttribute("inputmode", "none");
    await page.getByRole("button", { name: "Mostrar el teclado" }).tap();
    await expect(entry).toHaveAttribute("inputmode", "text");
  });
});

test("3.10 one till, one tab", async ({ page, request, baseURL, context }) => {
  const { shop } = await openCounter(page, request, baseURL!);
  await scan(page, plantedBarcode(1));
  await expect(page.locator("[data-line]")).toHaveCount(1);
  await page.waitForTimeout(250);
  const other = await context.newPage();
  await other.goto("/pos");
  await expect(other.getByText("Esta caja ya está abierta en otra pestaña")).toBeVisible();
  await other.getByRole("button", { name: "Usar acá" }).click();
  await expect(partsOf(other, shop).rows).toHaveCount(1);
  await expect(page.getByText("Esta caja ya está abierta en otra pestaña")).toBeVisible();
});
