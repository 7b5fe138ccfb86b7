import { readFile } from "node:fs/promises";
import { expect, test, type APIRequestContext } from "@playwright/test";
import { makeXlsx } from "../tests/imports/make-xlsx.ts";
import { keepScreen } from "./support/keep-screen.ts";
import { openPage, settled } from "./support/open-page.ts";
import { openShop, signInByRequest } from "./support/open-shop.ts";

const ROWS = 1_500;
const NAMES = ["Tornillo", "Bulón", "Tuerca", "Arandela", "Remache", "Grampa", "Tarugo", "Clavo", "Bisagra", "Pasador"];
const nameOf = (i: number): string => `${NAMES[i % NAMES.length]} modelo ${i} acero zincado`;

const headersOf = (accessToken: string) => ({ authorization: `Bearer ${accessToken}` });

async function post(request: APIRequestContext, accessToken: string, path: string, data: object): Promise<{ id: string }> {
  const response = await request.post(`/api/v1/${path}`, { data, headers: headersOf(accessToken) });
  expect(response.ok(), await response.text()).toBe(true);
  return (await response.json()) as { id: string };
}

/** 1,500 products with their own codes, prices and costs, through the shop's own import. */
async function stock(request: APIRequestContext, accessToken: string): Promise<void> {
  const rows = Array.from({ length: ROWS }, (_, i) => ({ sku: `P-${i}`, name: nameOf(i), costPrice: "100", salePrice: String(1_000 + i) }));
  const { id } = await post(request, accessToken, "back-office/products/import", { rows });
  await post(request, accessToken, `back-office/imports/${id}/apply`, {});
  await expect.poll(async () => ((await (await request.get(`/api/v1/back-office/imports/${id}`, { headers: headersOf(accessToken) })).json()) as { status: string }).status, { timeout: 60_000 }).toBe("applied");
}

/** As the supplier sends it: a banner, its own codes, ours for most, its own words; the last two differ. */
const LIST = Buffer.from(makeXlsx([{
  name: "Lista",
  rows: [
    ["DISTRIBUIDORA EL TORNILLO S.A."], [], ["Código", "Descripción", "Precio de lista s/IVA"],
    ...Array.from({ length: ROWS - 2 }, (_, i) => [`P-${i}`, nameOf(i).toUpperCase(), { n: i === 7 ? "900" : "250" }]),
    ["X-1", `${NAMES[(ROWS - 2) % 10]} mod. ${ROWS - 2} acero`, { n: "250" }],
    ["X-2", "Amoladora angular 115 mm 850 W", { n: "60000" }],
  ],
}]));

test("C3 D3 C6 by keyboard alone: Monday's list of 1,500 lines becomes costs, its changes become prices, and those become labels", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  const shop = await openShop(page.request, "Ferretería del Lunes");
  await stock(page.request, shop.accessToken);
  const supplier = await post(page.request, shop.accessToken, "back-office/suppliers", { name: "El Tornillo", discounts: "20+10" });
  await signInByRequest(page.context(), baseURL!, shop);
  const productOf = async (sku: string) => {
    const found = await page.request.get(`/api/v1/ops/products?q=${sku}`, { headers: headersOf(shop.accessToken) });
    return ((await found.json()) as { items: { salePrice: string; costPrice: string }[] }).items[0]!;
  };

  // Listens before the first page: a key right behind the request could reach the page before it.
  const chooser = page.waitForEvent("filechooser");
  await openPage(page, `/suppliers/${supplier.id}`);
  await page.keyboard.press("l");
  await expect(page).toHaveURL(/\/products\/import\?supplier=/);
  await expect(page.getByRole("combobox", { name: "De quién es la lista" })).toHaveValue(supplier.id);
  await page.keyboard.press("i");
  await (await chooser).setFiles({ name: "lista lunes.xlsx", mimeType: "application/octet-stream", buffer: LIST });
  await expect(page.getByText("1.498 cambian · 1 nuevo · 0 iguales · 0 ya no están · 0 con error")).toBeVisible({ timeout: 60_000 });
  // The biggest jump comes first: 100 → 900 × 0.8 × 0.9.
  await expect(page.getByRole("row").nth(1)).toContainText("648,00");
  await keepScreen(page, "monday/1-what-the-list-changes");

  await page.keyboard.press("r");
  await expect(page.getByText("Queda 1 por decidir.")).toBeVisible();
  await expect(page.locator("input[type=radio]:checked")).toBeFocused();
  await keepScreen(page, "monday/2-a-doubtful-line");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Ver qué cambia" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("1.499 cambian", { exact: false })).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByText("Cambiaron 1.499 costos.", { exact: false })).toBeVisible({ timeout: 60_000 });
  await keepScreen(page, "monday/3-costs-are-in");
  expect(await productOf("P-7")).toMatchObject({ salePrice: "1007.00", costPrice: "648.00" });

  await page.keyboard.press("p");
  await expect(page.getByText("Solo lo que cambió en «lista lunes.xlsx»")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Valor" })).toBeFocused();
  await page.keyboard.type("12");
  await expect(page.getByRole("status").filter({ hasText: "1.499 precios cambian" })).toBeVisible({ timeout: 20_000 });
  await keepScreen(page, "monday/4-twelve-percent");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/prices\/changes\/[0-9a-f-]{36}/);
  await expect(page.getByText("Aplicado", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("link", { name: "Etiquetas de lo que cambió" })).toBeVisible();
  await keepScreen(page, "monday/5-prices-are-in");
  expect(await productOf("P-7")).toMatchObject({ salePrice: "1127.84" });
  // Outside of the list nothing moved.
  expect(await productOf(`P-${ROWS - 1}`)).toMatchObject({ salePrice: String(1_000 + ROWS - 1) + ".00", costPrice: "100.00" });

  await settled(page);
  await page.keyboard.press("e");
  await expect(page).toHaveURL(/\/labels\?run=/);
  await expect(page.getByRole("status").filter({ hasText: "1.499 en 72 hojas" })).toBeVisible({ timeout: 20_000 });
  await keepScreen(page, "monday/6-labels-of-what-changed");
  await settled(page);
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/labels\/batches\/[0-9a-f-]{36}/);
  await expect(page.getByText("Sin imprimir", { exact: true })).toBeVisible();
  await settled(page);
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("d")]);
  const pages = (await readFile(await file.path())).toString("latin1").match(/\/Type \/Page\n/g);
  expect(pages).toHaveLength(72);
  await page.keyboard.press("m");
  await expect(page.getByText(/^Impresas el /)).toBeVisible();
  await keepScreen(page, "monday/7-printed");
});
