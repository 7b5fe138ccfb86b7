import { expect, test } from "@playwright/test";
import { openPage } from "./support/open-page.ts";
import { openShop, signInByRequest } from "./support/open-shop.ts";

test("I1 a customer is written and pays by the keyboard alone", async ({ page, context, baseURL }) => {
  const shop = await openShop(page.request, "Kiosco Sol");
  await signInByRequest(context, baseURL!, shop);
  await openPage(page, "/customers");
  await page.keyboard.press("n");
  await expect(page).toHaveURL("/customers/new");
  await expect(page.getByLabel("Nombre", { exact: true })).toBeFocused();
  await page.keyboard.type("Ana López");
  await page.keyboard.press("Tab");
  await page.keyboard.type("11 5555-0101");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("heading", { level: 1, name: "Ana López" })).toBeVisible();
  await openPage(page, page.url());
  await page.keyboard.press("p");
  await expect(page.getByLabel("Importe")).toBeFocused();
  await page.keyboard.type("1500");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Registramos el pago de $ 1.500,00")).toBeVisible();
  await expect(page.getByText("Tiene a favor")).toBeVisible();
});

test("R2 a save that is under way takes no second one beside it, says so to who presses again, and keeps what they typed meanwhile", async ({ page, context, baseURL }) => {
  const shop = await openShop(page.request, "Kiosco Sol");
  await signInByRequest(context, baseURL!, shop);
  const made = await page.request.post("/api/v1/ops/customers", { headers: { authorization: `Bearer ${shop.accessToken}` }, data: { name: "Ana López" } });
  const { id } = (await made.json()) as { id: string };
  await openPage(page, `/customers/${id}`);
  let letGo = (): void => undefined;
  let held = 0;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(`**/customers/${id}`, async (route) => {
    if (route.request().method() === "POST" && (held += 1) === 1) await gate;
    await route.continue();
  });
  await page.getByLabel("Teléfono").fill("11 1111");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("button", { name: "Guardando…" })).toBeVisible();
  await page.getByLabel("Teléfono").fill("11 2222");
  await expect(async () => {
    await page.keyboard.press("Control+s");
    await expect(page.getByText("Todavía estamos guardando lo anterior").first()).toBeVisible({ timeout: 200 });
  }).toPass();
  expect(held).toBe(1);
  letGo();
  await expect(page.getByRole("button", { name: /^Guardar/ })).toBeVisible();
  await expect(page.getByLabel("Teléfono")).toHaveValue("11 2222");
  // The page hears of the version that it wrote a moment after it was written.
  await expect(async () => {
    await page.keyboard.press("Control+s");
    const customer = await page.request.get(`/api/v1/ops/customers/${id}`, { headers: { authorization: `Bearer ${shop.accessToken}` } });
    expect(await customer.json()).toMatchObject({ phone: "11 2222" });
  }).toPass();
});

test("I1 a credit limit that is no amount is refused where it was typed, and the one before stays", async ({ page, context, baseURL }) => {
  const shop = await openShop(page.request, "Kiosco Luna");
  const headers = { authorization: `Bearer ${shop.accessToken}` };
  const made = await page.request.post("/api/v1/ops/customers", { headers, data: { name: "Ana López", creditLimit: "30000" } });
  const { id } = (await made.json()) as { id: string };
  const limitOf = async () => ((await (await page.request.get(`/api/v1/ops/customers/${id}`, { headers })).json()) as { creditLimit: string | null }).creditLimit;
  await signInByRequest(context, baseURL!, shop);
  await openPage(page, `/customers/${id}`);
  const limit = page.getByLabel("Límite de crédito");
  await expect(limit).toHaveValue("30.000");
  await limit.press("Control+a");
  await page.keyboard.type("mil");
  await page.keyboard.press("Control+s");
  await expect(limit).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("Escribí un número").first()).toBeVisible();
  expect(await limitOf()).toBe("30000.00");
  await limit.press("Control+a");
  await page.keyboard.type("45000");
  await page.keyboard.press("Control+s");
  await expect(page.getByText(/Guardamos|guardad/).first()).toBeVisible();
  expect(await limitOf()).toBe("45000.00");
  await limit.press("Control+a");
  await page.keyboard.press("Delete");
  // A press while the page still takes in what was saved is told as such and done again.
  await expect.poll(async () => page.keyboard.press("Control+s").then(limitOf)).toBeNull();
});
