import { expect, test } from "@playwright/test";
import { ready, typeLine } from "./support/counter.ts";
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

test("D1 at the counter twelve reach the break, and each way to pay says its price before it is chosen", async ({ page, baseURL }) => {
  const shop = await openStockedShop(page.request);
  await signInByRequest(page.context(), baseURL!, shop);
  const headers = { authorization: `Bearer ${shop.accessToken}` };
  const data = { breaks: [{ from: "10", percent: "-10" }], methods: { cash: "-10", credit: "15" }, installments: [{ count: 3, percent: "20" }] };
  expect((await page.request.patch(`/api/v1/back-office/price-lists/${shop.tenant.id}`, { data, headers })).status()).toBe(200);
  await openPage(page, "/pos");
  await ready(page);
  await typeLine(page, "12*LIJ-220");
  await expect(page.getByRole("row", { name: /Lija al agua/ })).toContainText("desde 10: −10 %");
  await expect(page.getByTestId("total")).toContainText("5.076");
  await page.keyboard.press("F10");
  const methods = page.getByRole("group", { name: "Con qué paga" });
  await expect(methods.getByRole("button", { name: /Efectivo/ })).toContainText("4.568,40");
  await expect(methods.getByRole("button", { name: /Crédito/ })).toContainText("5.837,40");
  await expect(page.getByLabel("Recibido")).toHaveValue("4.568,40");
  // A part by debit, the rest in three instalments.
  // As a person does: quicker it is a scanner's.
  await page.keyboard.type("1076d", { delay: 60 });
  await expect(page.getByRole("list", { name: "Pagos en partes" })).toContainText("1.076,00");
  await page.keyboard.type("cc", { delay: 60 });
  await expect(page.getByLabel("A cobrar", { exact: true })).toHaveValue("4.800,00");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("strip")).toContainText("¿Se acreditaron $ 5.876,00?");
  await page.waitForTimeout(350);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Venta \d+/)).toBeVisible();
  const { items } = (await (await page.request.get("/api/v1/ops/sales?limit=1", { headers })).json()) as { items: { id: string }[] };
  const sale = await (await page.request.get(`/api/v1/ops/sales/${items[0]!.id}`, { headers })).json();
  expect(sale).toMatchObject({ subtotal: "5076.00", adjustment: "800.00", total: "5876.00", lines: [{ unitPrice: "423.00" }], payments: [{ method: "debit", amount: "1076.00" }, { method: "credit", amount: "4800.00", installments: 3, adjustment: "800.00" }] });
  await openPage(page, `/sales/${items[0]!.id}`);
  await expect(page.getByText("Recargo por Crédito")).toBeVisible();
  await expect(page.getByRole("region", { name: "Ticket" })).toContainText("Precio por cantidad, desde 10: −10 %");
});
