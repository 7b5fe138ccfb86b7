import { expect, test, type Page } from "@playwright/test";
import { newEmail, openShop, PASSWORD, signInByRequest } from "./support/open-shop.ts";

async function fillSignUp(page: Page, given: { email?: string; password?: string; shop?: string; terms?: boolean } = {}): Promise<void> {
  await page.goto("/signup");
  await page.getByLabel("Nombre del negocio").fill(given.shop ?? "Ferretería El Yunque");
  await page.getByLabel("Nombre", { exact: true }).fill("Marta Quiroga");
  await page.getByLabel("Correo electrónico").fill(given.email ?? newEmail());
  await page.getByLabel("Contraseña", { exact: true }).fill(given.password ?? PASSWORD);
  if (given.terms !== false) await page.getByRole("checkbox").check();
}

const send = (page: Page) => page.getByRole("button", { name: "Crear mi negocio" }).click();

test("A1 signs up, lands in the empty products, signs out and in again", async ({ page }) => {
  const email = newEmail();
  await fillSignUp(page, { email });
  await send(page);
  await expect(page).toHaveURL("/products");
  await page.getByRole("button", { name: /Marta Quiroga/ }).first().click();
  await page.getByRole("button", { name: "Salir" }).first().click();
  await expect(page).toHaveURL("/login");
  await page.goto("/products?q=torn");
  await expect(page).toHaveURL("/login?next=%2Fproducts%3Fq%3Dtorn");
  await page.getByLabel("Correo electrónico").fill(email.toUpperCase());
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/products?q=torn");
});

test("A1 a double click makes one shop", async ({ page }) => {
  const email = newEmail();
  await fillSignUp(page, { email, shop: "Doble clic" });
  await page.getByRole("button", { name: "Crear mi negocio" }).dblclick();
  await expect(page).toHaveURL("/products");
  const response = await page.request.post("/api/v1/auth/register", { data: { email, password: PASSWORD, name: "x", tenantName: "y", acceptTerms: true } });
  expect(response.status()).toBe(409);
});

test("tells what is wrong beside each field, and keeps what was typed but the password", async ({ page }) => {
  await page.goto("/signup");
  await send(page);
  for (const text of ["Falta el nombre del negocio.", "Falta tu nombre.", "Falta el correo.", "Falta la contraseña.", "Para crear la cuenta tenés que aceptar los términos."]) {
    await expect(page.locator("form").getByText(text, { exact: true }).last()).toBeVisible();
  }
  await expect(page.getByLabel("Nombre del negocio")).toBeFocused();

  await fillSignUp(page, { password: "password1234" });
  await send(page);
  await expect(page.locator("#password-error")).toHaveText("Esa contraseña es de las más usadas. Elegí una frase tuya.");
  await expect(page.getByLabel("Nombre del negocio")).toHaveValue("Ferretería El Yunque");
  await expect(page.getByLabel("Nombre", { exact: true })).toHaveValue("Marta Quiroga");
  await expect(page.getByRole("checkbox")).toBeChecked();
  await expect(page.getByLabel("Contraseña", { exact: true })).toHaveValue("");
  await expect(page.getByLabel("Contraseña", { exact: true })).toBeFocused();
});

test("A3 a taken address gets a neutral sentence with the way to sign in", async ({ page, request }) => {
  const { email } = await openShop(request);
  await fillSignUp(page, { email });
  await send(page);
  await expect(page.getByText("No podemos crear la cuenta con ese correo.")).toBeVisible();
  await expect(page.getByRole("link", { name: "ingresá con él" })).toHaveAttribute("href", "/login");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("A1 A3 signs up, is told what is wrong, and signs in", async ({ page }) => {
    const email = newEmail();
    await fillSignUp(page, { email, terms: false });
    await send(page);
    await expect(page.locator("#acceptTerms-error")).toBeVisible();
    await expect(page.getByLabel("Correo electrónico")).toHaveValue(email);
    await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
    await page.getByRole("checkbox").check();
    await send(page);
    await expect(page).toHaveURL("/products");

    await page.context().clearCookies();
    await page.goto("/login");
    await page.getByLabel("Correo electrónico").fill(email);
    await page.getByLabel("Contraseña", { exact: true }).fill("otra frase que no es");
    await page.getByRole("button", { name: "Ingresar" }).click();
    await expect(page.getByText("El correo o la contraseña no coinciden. Revisalos.")).toBeVisible();
    await expect(page.getByLabel("Correo electrónico")).toHaveValue(email);
    await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Ingresar" }).click();
    await expect(page).toHaveURL("/products");
  });
});

test("D1 D2 a cookie is new at each sign-in, and dead after signing out", async ({ page, context, baseURL, request }) => {
  const shop = await openShop(request);
  await context.addCookies([{ name: "sid", value: "planted", url: baseURL! }]);
  await signInByRequest(context, baseURL!, shop);
  const sid = (await context.cookies()).find(({ name }) => name === "sid")!;
  expect(sid).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(sid.value).not.toBe("planted");
  await page.goto("/products");
  await expect(page).toHaveURL("/products");
  await page.getByRole("button", { name: /Marta Quiroga/ }).first().click();
  await page.getByRole("button", { name: "Salir" }).first().click();
  await expect(page).toHaveURL("/login");
  await context.addCookies([{ ...sid }]);
  await page.goto("/products");
  await expect(page).toHaveURL(/\/login/);
});
