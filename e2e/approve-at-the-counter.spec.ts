import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { ask, partsOf, ready, salesOf, scan, typeLine, type Counter } from "./support/counter.ts";
import { newEmail, openShop, PASSWORD, signInByRequest, type E2eShop } from "./support/open-shop.ts";
import { openPage } from "./support/open-page.ts";
import { plantedBarcode, plantProducts } from "./support/plant-products.ts";

const MARTA = "8306";

/** The owner chooses a PIN, and a seller stands at the counter. */
async function openSellersCounter(page: Page, request: APIRequestContext, baseURL: string): Promise<Counter> {
  const shop = await openShop(request, "Ferretería San Martín");
  await plantProducts(shop.tenant.id, 20);
  await signInByRequest(page.context(), baseURL, shop);
  await openPage(page, "/account");
  await page.getByLabel("PIN", { exact: true }).fill(MARTA);
  await page.getByLabel("Contraseña", { exact: false }).first().focus();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByText("ya podés usar tu PIN")).toBeVisible();
  await page.context().clearCookies();
  await signInByRequest(page.context(), baseURL, { email: await addSeller(request, shop), password: PASSWORD });
  await page.goto("/pos");
  await ready(page);
  return partsOf(page, shop);
}

async function addSeller(request: APIRequestContext, { accessToken }: E2eShop): Promise<string> {
  const email = newEmail();
  const added = await request.post("/api/v1/back-office/members", { headers: { authorization: `Bearer ${accessToken}` }, data: { email, name: "Juan Pérez", password: PASSWORD, role: "STAFF", permissionSet: "seller", thresholds: { maxDiscountPercent: "10", maxRefund: "50" } } });
  expect(added.status()).toBe(201);
  return email;
}

test("3.10 F3 beyond the seller's limits the counter asks in place for a second member's PIN: a discount, a price, money back, by the keyboard alone", async ({ page, request, baseURL }) => {
  const { shop, rows, strip, total, entry } = await openSellersCounter(page, request, baseURL!);
  await typeLine(page, "3");
  await typeLine(page, "15%");
  await expect(strip).toContainText("Tu tope de descuento es 10 %");
  await expect(entry).toHaveValue("");
  await page.keyboard.press("F6");
  await typeLine(page, "15");
  await expect(strip).toContainText("Tu tope de descuento es 10 %");
  await page.keyboard.press("p");
  await expect(page.getByLabel("PIN de quien autoriza")).toBeFocused();
  await expect(page.getByRole("region", { name: "Autorización del encargado" })).toContainText("descuento de 15 %");
  await page.keyboard.type("9514", { delay: 45 });
  await page.keyboard.press("Tab");
  await page.keyboard.type("cliente de siempre", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(strip).toContainText("Ese PIN no es de nadie");
  await expect(rows).toHaveCount(1);
  await expect(page.getByLabel("PIN de quien autoriza")).toBeFocused();
  await page.keyboard.type(MARTA, { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(strip).toContainText("Marta Quiroga lo autorizó.");
  await expect(entry).toBeFocused();
  await expect(total).toContainText("85,03");
  await typeLine(page, "=99");
  await expect(strip).toContainText("No tenés permiso para cambiar precios");
  await page.keyboard.press("p");
  await expect(page.getByLabel("PIN de quien autoriza")).toBeFocused();
  await page.keyboard.type(MARTA, { delay: 45 });
  await page.keyboard.press("Tab");
  await page.keyboard.type("golpeado", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(total).toContainText("84,15");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 1");
  expect(await salesOf(request, shop)).toMatchObject([{ total: "84.15" }]);

  await page.keyboard.press("F9");
  await expect(page.getByLabel("Número de la venta")).toBeFocused();
  await typeLine(page, "1");
  await expect(page.getByText("quedan 1 u")).toBeVisible();
  await scan(page, plantedBarcode(3));
  await page.getByLabel("Motivo").focus();
  await page.keyboard.type("fallado", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Autorización del encargado" })).toContainText("devolución de $ 84,15");
  await expect(page.getByLabel("PIN de quien autoriza")).toBeFocused();
  await page.keyboard.type(MARTA, { delay: 45 });
  await page.keyboard.press("Tab");
  await page.keyboard.type("lo vi", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(strip).toContainText("Devolución 1: $ 84,15.");
  const [sale] = (await ask<{ items: { id: string }[] }>(request, shop, "/ops/sales")).items;
  expect(await ask(request, shop, `/ops/sales/${sale!.id}`)).toMatchObject({ approvals: [{ kinds: ["discount", "price"], memberName: "Marta Quiroga", askedBy: "Juan Pérez", reason: "golpeado" }, { document: "sale_return", kinds: ["refund"], reason: "lo vi" }] });
});
