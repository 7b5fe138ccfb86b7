import { expect, test } from "@playwright/test";
import { catchPrints } from "./support/counter.ts";
import { openPage } from "./support/open-page.ts";
import { signInByRequest } from "./support/open-shop.ts";
import { openStockedShop } from "./support/stock-shop.ts";

const printsOf = (page: import("@playwright/test").Page) => page.evaluate(() => (window as unknown as { prints: string[] }).prints);

test("F6 a sale's receipt goes on paper again as a copy, on a roll of 58 mm too, and to its customer by a link, by the keyboard alone", async ({ page, context, browser, baseURL }) => {
  const shop = await openStockedShop(page.request);
  await signInByRequest(context, baseURL!, shop);
  const headers = { authorization: `Bearer ${shop.accessToken}` };
  expect((await page.request.patch("/api/v1/back-office/settings", { headers, data: { legalName: "El Yunque SRL", taxId: "30-50001091-2", taxCondition: "registered" } })).status()).toBe(200);
  await catchPrints(context);
  await openPage(page, `/sales/${shop.saleId}`);
  await page.keyboard.press("i");
  await expect.poll(async () => (await printsOf(page)).length).toBe(1);
  const [first] = await printsOf(page);
  for (const text of ["El Yunque SRL", "CUIT 30-50001091-2", "IVA Responsable Inscripto", "Ley 27.743", "Otros impuestos nacionales indirectos"]) expect(first).toContain(text);
  expect(first).not.toContain("COPIA");
  const story = page.getByRole("region", { name: "Todo lo que pasó" }).getByRole("listitem");
  await expect(story.filter({ hasText: "Se imprimió: Venta en 80 mm" })).toBeVisible();
  await page.keyboard.press("i");
  await expect.poll(async () => (await printsOf(page)).length).toBe(2);
  expect((await printsOf(page))[1]).toContain("COPIA");
  await expect(story.filter({ hasText: "Se imprimió: Venta en 80 mm, copia" })).toBeVisible();
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "PDF A4" }).focus();
  await page.keyboard.press("Enter");
  expect((await file).suggestedFilename()).toBe("Venta 1.pdf");

  await page.getByRole("button", { name: "Crear otro" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Dirección del enlace")).not.toHaveValue(new RegExp(shop.receiptPath));
  const link = await page.getByLabel("Dirección del enlace").inputValue();
  await expect(page.getByRole("link", { name: "Mandar por WhatsApp" })).toHaveAttribute("href", /wa\.me.*compra%201/);
  const stranger = await browser.newContext({ locale: "es-AR" });
  const theirs = await stranger.newPage();
  await openPage(theirs, new URL(link).pathname);
  await expect(theirs.getByRole("heading", { name: "Tu compra en Ferretería El Yunque" })).toBeVisible();
  await page.reload();
  await expect(story.filter({ hasText: "El cliente abrió el enlace por primera vez" })).toBeVisible();
  await expect(theirs.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  const pdf = await stranger.request.get(`${new URL(link).pathname}/pdf`);
  expect([pdf.status(), pdf.headers()["content-type"], pdf.headers()["x-robots-tag"]]).toEqual([200, "application/pdf", "noindex, nofollow"]);
  await page.getByRole("button", { name: "Dar de baja" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("El enlace ya no abre nada.")).toBeVisible();
  await openPage(theirs, new URL(link).pathname);
  await expect(theirs.getByText("Este enlace ya no abre nada")).toBeVisible();
  await stranger.close();
});

test("F sales are found by number, customer, product or amount, and filtered, in one box reached by a key", async ({ page, context, baseURL }) => {
  const shop = await openStockedShop(page.request);
  await signInByRequest(context, baseURL!, shop);
  const headers = { authorization: `Bearer ${shop.accessToken}` };
  const sold = await page.request.post("/api/v1/ops/sales", { headers, data: { customerId: shop.customerId, lines: [{ sku: "MED-005", quantity: "1", unitPrice: "9990" }], payments: [{ method: "debit", amount: "9990" }] } });
  expect(sold.status()).toBe(201);
  await openPage(page, "/sales");
  const rows = page.getByRole("table", { name: "Ventas" }).locator("tbody tr");
  await expect(rows).toHaveCount(4);
  for (const [typed, found] of [["#2", "2"], ["9.990,00", "4"], ["quiroga", "4"], ["cinta metrica", "4"], ["TOR-0812", "1"]] as const) {
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await page.keyboard.press("Control+a");
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL((url) => url.searchParams.get("q") === typed);
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toContainText(new RegExp(`^${found}`));
    await openPage(page, page.url());
  }
  await openPage(page, "/sales?method=debit");
  await expect(rows).toHaveCount(1);
  await openPage(page, "/sales?q=mostaza");
  await expect(page.getByText("Ninguna venta coincide")).toBeVisible();
});
