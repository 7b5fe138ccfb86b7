import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { ageSignIn } from "./support/age-sign-in.ts";
import { openPage } from "./support/open-page.ts";
import { newEmail, openShop, PASSWORD, signInByRequest } from "./support/open-shop.ts";

// Keyboard only: no test here touches a mouse.

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Goes with Tab to the control of that name, as somebody without a mouse does. */
async function tabTo(page: Page, role: Parameters<Page["getByRole"]>[0], name: string | RegExp): Promise<void> {
  const target = page.getByRole(role, { name }).first();
  await expect(target).toBeVisible();
  for (let i = 0; i < 90; i += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${String(name)}`);
}

test("invite, accept, limit, deactivate", async ({ page, context, browser, baseURL, request }) => {
  const owner = await openShop(request);
  await signInByRequest(context, baseURL!, owner);
  const email = newEmail();

  await openPage(page, "/team");
  await press(page, "n");
  await expect(page.getByLabel("Nombre")).toBeFocused();
  await page.keyboard.type("Juan Pérez");
  await press(page, "Tab");
  await page.keyboard.type(email);
  await press(page, "Enter");
  await expect(page).toHaveURL(/\/team\/invitations\/.*done=invited/);
  const link = await page.getByLabel("Enlace", { exact: true }).inputValue();

  const other = await browser.newContext({ baseURL: baseURL!, locale: "es-AR" });
  const juan = await other.newPage();
  await openPage(juan, new URL(link).pathname);
  await expect(juan.getByRole("heading", { level: 1 })).toContainText("Te invitaron a");
  await tabTo(juan, "textbox", "Contraseña");
  await juan.keyboard.type(PASSWORD);
  await tabTo(juan, "checkbox", /Acepto/);
  await press(juan, "Space");
  await tabTo(juan, "button", "Crear mi cuenta y entrar");
  await press(juan, "Enter");
  await expect(juan).toHaveURL("/products");
  await expect(juan.getByRole("link", { name: /Equipo/ })).toHaveCount(0);
  expect((await juan.goto("/team"))?.status()).toBe(403);
  // The link was used up.
  await openPage(juan, new URL(link).pathname);
  await expect(juan.getByRole("heading", { name: "Este enlace ya no sirve" })).toBeVisible();

  await openPage(page, "/team");
  await tabTo(page, "link", "Juan Pérez");
  await press(page, "Enter");
  await expect(page.getByRole("heading", { name: "Así ve el menú Juan Pérez" })).toBeVisible();
  await tabTo(page, "combobox", "Qué va a poder hacer");
  await page.keyboard.type("Solo");
  await tabTo(page, "button", "Guardar cambios");
  await press(page, "Enter");
  await expect(page.getByText("Guardado. Vale desde su próximo clic.")).toBeVisible();
  // Their next request is under the new rights.
  expect((await juan.goto("/pos"))?.status()).toBe(403);
  expect((await juan.goto("/products"))?.status()).toBe(200);

  await tabTo(page, "button", "Desactivar a Juan Pérez");
  await press(page, "Enter");
  await expect(page.getByText("Ya no puede entrar.")).toBeVisible();
  await openPage(juan, "/products");
  await expect(juan).toHaveURL(/\/login/);
  await other.close();
});

test("D7 a form of a shop that this browser has left is refused in words, and writes nothing", async ({ page, context, baseURL, request }) => {
  const owner = await openShop(request);
  await signInByRequest(context, baseURL!, owner);
  await openPage(page, "/team/invite");
  await expect(page.getByLabel("Nombre")).toBeFocused();
  await page.evaluate(() => { document.querySelector<HTMLInputElement>('input[name="shop"]')!.value = "otro-negocio"; });
  await page.keyboard.type("Juan");
  await press(page, "Tab");
  await page.keyboard.type(newEmail());
  await press(page, "Enter");
  await expect(page.getByText(/En otra pestaña entraste a/).first()).toBeVisible();
});

test("D20 no header talks a request past the proxy or the gate", async ({ request, baseURL }) => {
  const names = "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy";
  const bypass = { "x-middleware-subrequest": names, "x-middleware-next": "1", "x-middleware-rewrite": "/products", "x-nextjs-data": "1", "x-path": "/", "x-original-url": "/login", "x-rewrite-url": "/login" };
  const page = await request.get("/settings", { headers: bypass, maxRedirects: 0 });
  expect(page.status()).toBe(307);
  expect(page.headers()["location"]).toContain("/login");
  expect(page.headers()["content-security-policy"]).toContain("nonce-");
  const forged = await request.post("/settings", { headers: { ...bypass, cookie: "sid=x", origin: "https://evil.example", "sec-fetch-site": "cross-site" }, form: {} });
  expect(forged.status()).toBe(403);
  expect((await request.get(`${baseURL}/api/v1/me`, { headers: bypass })).status()).toBe(401);
});

test("forgotten password: the mail's link sets another one, once", async ({ page, request }) => {
  const owner = await openShop(request);
  await openPage(page, "/login");
  await tabTo(page, "link", "¿Olvidaste tu contraseña?");
  await press(page, "Enter");
  await expect(page).toHaveURL("/forgot");
  await expect(page.getByLabel("Correo electrónico")).toBeFocused();
  await page.keyboard.type(owner.email);
  await press(page, "Enter");
  await expect(page.getByText("Si hay una cuenta con ese correo")).toBeVisible();
  const link = await expect.poll(() => mailedLink(owner.email, "/reset/"), { timeout: 15_000 }).not.toBeNull().then(() => mailedLink(owner.email, "/reset/"));
  await openPage(page, link!);
  await expect(page.getByLabel("Contraseña nueva")).toBeFocused();
  await page.keyboard.type("otra frase larga para entrar");
  await press(page, "Enter");
  await expect(page.getByText("Ya podés ingresar con tu contraseña nueva.")).toBeVisible();
  await openPage(page, link!);
  await expect(page.getByRole("heading", { name: "Este enlace ya no sirve" })).toBeVisible();
});

/** From the newest letter to that address in the outbox folder (scripts/suite/serve-build.ts). */
function mailedLink(to: string, part: string): string | null {
  const folder = path.resolve(".data", "suite", "mail");
  const files = exists(folder) ? readdirSync(folder).sort().reverse().map((name) => path.join(folder, name)) : [];
  for (const file of files) {
    const letter = JSON.parse(readFileSync(file, "utf8")) as { to: string; text: string };
    const link = new RegExp(`https?://[^\\s/]+(${part}[\\w-]+)`).exec(letter.text)?.[1];
    if (letter.to === to && link !== undefined) return link;
  }
  return null;
}

function exists(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

test("A5 a second shop from inside, and back to the first", async ({ page, context, baseURL, request }) => {
  const owner = await openShop(request, "La Primera");
  await signInByRequest(context, baseURL!, owner);
  await openPage(page, "/shops/new");
  await page.keyboard.type("La Segunda");
  await press(page, "Enter");
  await expect(page).toHaveURL("/products");
  await expect(page.getByTitle("La Segunda").first()).toBeVisible();
  await tabTo(page, "button", /Marta Quiroga/);
  await press(page, "Enter");
  await tabTo(page, "button", "Ir a La Primera");
  await press(page, "Enter");
  await expect(page.getByTitle("La Primera").first()).toBeVisible();
});

test("ASVS 7.5.1 an old sign-in shows the password in place, and what was typed goes out as it was", async ({ page, context, baseURL, request }) => {
  const owner = await openShop(request, "El de antes");
  await signInByRequest(context, baseURL!, owner);
  await ageSignIn(owner.email, 11);
  await openPage(page, "/settings");
  await page.getByLabel("Nombre del negocio").focus();
  await press(page, "Control+a");
  await page.keyboard.type("Ferretería Nueva");
  await tabTo(page, "button", "Guardar configuración");
  await press(page, "Enter");
  const dialog = page.getByRole("dialog", { name: "Confirmá que sos vos" });
  await expect(dialog).toBeVisible();
  await expect(page.getByLabel("Contraseña")).toBeFocused();
  await page.keyboard.type("no es esta la frase");
  await press(page, "Enter");
  await expect(dialog.getByText(/contraseña/i).last()).toBeVisible();
  await press(page, "Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel("Nombre del negocio")).toHaveValue("Ferretería Nueva");
  await tabTo(page, "button", "Guardar configuración");
  await press(page, "Enter");
  await expect(page.getByLabel("Contraseña")).toBeFocused();
  await page.keyboard.type(owner.password);
  await press(page, "Enter");
  await expect(page).toHaveURL("/settings?done=1");
  await openPage(page, "/settings");
  await expect(page.getByTitle("Ferretería Nueva").first()).toBeVisible();
  // Within ten minutes nothing is asked again.
  await tabTo(page, "button", "Guardar configuración");
  await press(page, "Enter");
  await expect(page.getByText("Guardado. Vale desde ahora")).toBeVisible();
  await expect(dialog).toBeHidden();
});

test("ASVS 7.5.1 a page that saves in place asks in place: a list's payment methods, with what was typed kept", async ({ page, context, baseURL, request }) => {
  const owner = await openShop(request, "La de las listas");
  await signInByRequest(context, baseURL!, owner);
  await ageSignIn(owner.email, 11);
  await openPage(page, "/prices/lists/new");
  await page.getByLabel("Nombre", { exact: true }).focus();
  await page.keyboard.type("Mayorista");
  await tabTo(page, "textbox", "Sobre la lista base");
  await page.keyboard.type("-10");
  await press(page, "Control+s");
  const dialog = page.getByRole("dialog", { name: "Confirmá que sos vos" });
  await expect(page.getByLabel("Contraseña")).toBeFocused();
  await press(page, "Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/Ingresaste hace más de 10 minutos/)).toBeVisible();
  await expect(page.getByLabel("Nombre", { exact: true })).toHaveValue("Mayorista");
  await press(page, "Control+s");
  await expect(page.getByLabel("Contraseña")).toBeFocused();
  await page.keyboard.type(owner.password);
  await press(page, "Enter");
  await expect(page).toHaveURL(/\/prices\/lists\/[0-9a-f-]{36}$/);
  await expect(dialog).toBeHidden();
});

test("A4 a second factor is set up and asked for", async ({ page, context, baseURL, request }) => {
  const owner = await openShop(request);
  await signInByRequest(context, baseURL!, owner);
  await openPage(page, "/account/two-factor");
  await tabTo(page, "button", "Activar");
  await press(page, "Enter");
  await expect(page.getByRole("img", { name: "Segundo paso al ingresar" })).toBeVisible();
  const key = (await page.locator("main .font-mono").first().innerText()).replaceAll(" ", "");
  const phone = new TOTP({ secret: Secret.fromBase32(key) });
  await tabTo(page, "textbox", "Código que muestra");
  await page.keyboard.type(phone.generate());
  await press(page, "Enter");
  await expect(page.getByRole("heading", { name: "Códigos de respaldo" })).toBeVisible();
  const recovery = await page.locator("main li.font-mono, main ul.font-mono li").first().innerText();

  await context.clearCookies();
  await openPage(page, "/login");
  await page.keyboard.type(owner.email);
  await press(page, "Tab");
  await page.keyboard.type(owner.password);
  await press(page, "Enter");
  await expect(page).toHaveURL("/login/code");
  await page.keyboard.type("000000");
  await press(page, "Enter");
  await expect(page.getByText("Ese código no es, o ya se usó.").first()).toBeVisible();
  await page.getByLabel("Código").fill(recovery);
  await press(page, "Enter");
  await expect(page).toHaveURL("/products");
});
