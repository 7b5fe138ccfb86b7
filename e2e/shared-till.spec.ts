import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { partsOf, ready, salesOf, typeLine } from "./support/counter.ts";
import { openPage } from "./support/open-page.ts";
import { newEmail, openShop, PASSWORD, signInByRequest, type E2eShop } from "./support/open-shop.ts";
import { plantProducts } from "./support/plant-products.ts";

const MARTA = "8306";
const JUAN = "4072";

/** Keyboard only: goes with Tab to a control as somebody without a mouse does. */
async function tabTo(page: Page, role: Parameters<Page["getByRole"]>[0], name: string | RegExp): Promise<void> {
  const target = page.getByRole(role, { name }).first();
  await expect(target).toBeVisible();
  for (let i = 0; i < 90; i += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${String(name)}`);
}

async function choosePin(page: Page, pin: string): Promise<void> {
  await openPage(page, "/account");
  await page.getByLabel("PIN", { exact: true }).focus();
  await page.keyboard.type(pin);
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByText("ya podés usar tu PIN")).toBeVisible();
}

async function addSeller(request: APIRequestContext, { accessToken }: E2eShop): Promise<string> {
  const email = newEmail();
  const added = await request.post("/api/v1/back-office/members", { headers: { authorization: `Bearer ${accessToken}` }, data: { email, name: "Juan Pérez", password: PASSWORD, role: "STAFF", permissionSet: "seller" } });
  expect(added.status()).toBe(201);
  return email;
}

/** The owner chooses a PIN and leaves the device as a till, locked. */
async function shareTill(page: Page, baseURL: string, shop: E2eShop): Promise<void> {
  await signInByRequest(page.context(), baseURL, shop);
  await choosePin(page, MARTA);
  await tabTo(page, "button", "Usar como caja compartida");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Caja bloqueada" })).toBeVisible();
  await expect(page.getByLabel("PIN")).toBeFocused();
}

async function who(request: APIRequestContext, { accessToken }: E2eShop, action: string): Promise<string[]> {
  const log = await request.get(`/api/v1/back-office/audit-log?limit=200&action=${action}`, { headers: { authorization: `Bearer ${accessToken}` } });
  return ((await log.json()) as { items: { memberName: string }[] }).items.map(({ memberName }) => memberName);
}

test("A8 two people, one till: each by PIN, the ticket stays, the sale names who made it", async ({ page, browser, baseURL, request }) => {
  const shop = await openShop(request, "Ferretería San Martín");
  await plantProducts(shop.tenant.id, 20);
  const juan = await (await browser.newContext({ baseURL: baseURL!, locale: "es-AR" })).newPage();
  await signInByRequest(juan.context(), baseURL!, { email: await addSeller(request, shop), password: PASSWORD });
  await choosePin(juan, JUAN);
  await juan.context().close();
  await shareTill(page, baseURL!, shop);
  await page.keyboard.type(JUAN);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/pos");
  await ready(page);
  const { rows, entry } = partsOf(page, shop);
  await typeLine(page, "3*1");
  await expect(rows).toHaveCount(1);

  await page.getByRole("button", { name: "En la caja: Juan Pérez" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "¿Quién sigue?" })).toBeVisible();
  await expect(page.getByLabel("PIN")).toBeFocused();
  await page.keyboard.type(MARTA);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "En la caja: Marta Quiroga" })).toBeVisible();
  await ready(page);
  await expect(entry).toBeFocused();
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText("3 u");
  await page.keyboard.press("Control+Enter");
  await expect.poll(async () => (await salesOf(request, shop)).length).toBe(1);
  expect(await who(request, shop, "till.enter")).toEqual(["Marta Quiroga", "Juan Pérez"]);
  expect(await who(request, shop, "sale.register")).toEqual(["Marta Quiroga"]);
});

test("A8 a till is locked by its key, refuses a wrong PIN, and by PIN the owner is at the counter and not in the office", async ({ page, baseURL, request }) => {
  const shop = await openShop(request);
  await shareTill(page, baseURL!, shop);
  await page.keyboard.type("7777");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Ese PIN no es de nadie de este negocio.").first()).toBeVisible();
  await expect(page.getByLabel("PIN")).toBeFocused();
  await page.keyboard.type(MARTA);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/pos");
  await ready(page);
  expect((await page.goto("/team"))?.url()).toContain("/login?next=%2Fteam");
  await expect(page.getByText("Con el PIN solo se vende.")).toBeVisible();
  await page.goto("/account");
  await expect(page).toHaveURL(/\/login/);
  await page.goto("/pos");
  await ready(page);
  await page.keyboard.press("Control+l");
  await expect(page.getByRole("heading", { name: "Caja bloqueada" })).toBeVisible();
  await page.goto("/pos");
  await expect(page).toHaveURL("/till");
  expect(await who(request, shop, "till.lock")).toEqual(["Marta Quiroga"]);
});

test("A8 on a device that is no shared till the key says so, and there is no lock to see", async ({ page, context, baseURL, request }) => {
  const shop = await openShop(request);
  await signInByRequest(context, baseURL!, shop);
  await page.goto("/pos");
  await ready(page);
  await page.keyboard.press("Control+l");
  await expect(page.getByTestId("strip")).toContainText("no es una caja compartida");
  await page.goto("/till");
  await expect(page).toHaveURL("/products");
});
