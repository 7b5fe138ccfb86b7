import { expect, test, type Page } from "@playwright/test";
import { openPage } from "./support/open-page.ts";
import { newEmail, openShop, PASSWORD, signInByRequest } from "./support/open-shop.ts";

const names = (page: Page) => page.locator("a[data-row-link] > span:first-child");

async function enterShop(page: Page, baseURL: string): Promise<Awaited<ReturnType<typeof openShop>>> {
  const shop = await openShop(page.request, "Ferretería El Yunque");
  await signInByRequest(page.context(), baseURL, shop);
  return shop;
}

async function loadSample(page: Page): Promise<void> {
  await openPage(page, "/products");
  await page.getByRole("button", { name: "Ferretería", exact: true }).click();
  await expect(page.getByText(/Estás usando \d+ productos de ejemplo/)).toBeVisible();
}

test("A1 A2 signs up, meets three doors, loads a sample, searches, edits, archives, restores, and removes the sample", async ({ page }) => {
  await openPage(page, "/signup");
  await page.getByLabel("Nombre del negocio").fill("Ferretería El Yunque");
  await page.getByLabel("Nombre", { exact: true }).fill("Marta Quiroga");
  await page.getByLabel("Correo electrónico").fill(newEmail());
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Crear mi negocio" }).click();
  await expect(page).toHaveURL("/products");
  await expect(page.getByRole("heading", { name: "Todavía no tenés productos" })).toBeVisible();
  for (const door of ["Importar desde Excel", "Cargar el primero", "Usar un catálogo de ejemplo"]) await expect(page.getByRole("heading", { name: door })).toBeVisible();
  await expect(page.getByText("1 de 5")).toBeVisible();

  await page.getByRole("button", { name: "Ferretería", exact: true }).click();
  await expect(page.getByText(/Estás usando \d+ productos de ejemplo/)).toBeVisible();
  await expect(names(page)).toHaveCount(50);

  await page.getByRole("searchbox").fill("desague cano 110");
  await expect(page).toHaveURL(/q=desague/);
  await expect(names(page)).toHaveText(["Caño PVC desagüe 110 mm x 4 m"]);
  await page.getByRole("searchbox").fill("tronillo");
  await expect(page.getByText("Mostramos lo que coincide con «tornillo».")).toBeVisible();
  await page.getByRole("searchbox").fill("desague cano 110");
  await expect(names(page)).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Caño PVC desagüe 110 mm x 4 m" })).toBeVisible();

  await page.getByLabel("Precio", { exact: true }).fill("41.250,50");
  await page.getByRole("button", { name: /Guardar producto/ }).click();
  await expect(page.getByText("Guardamos Caño PVC desagüe 110 mm x 4 m.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Precio", { exact: true })).toHaveValue("41.250,50");

  await page.getByRole("button", { name: "Más acciones" }).click();
  await page.getByRole("menuitem", { name: "Archivar" }).click();
  await expect(page.getByText("Archivado", { exact: true })).toBeVisible();
  await openPage(page, "/products?view=archived");
  await expect(names(page)).toHaveText(["Caño PVC desagüe 110 mm x 4 m"]);
  await page.locator("input[data-row-check]").check();
  await page.getByRole("button", { name: "Recuperar" }).click();
  await expect(page.getByText("Recuperamos 1 producto.")).toBeVisible();
  await expect(page.getByText("No hay productos archivados")).toBeVisible();

  await openPage(page, "/products");
  await page.getByRole("button", { name: "Borrarlos" }).click();
  await expect(page.getByText(/Borramos \d+ productos de ejemplo\. 1 que editaste quedó como tuyo\./)).toBeVisible();
  await expect(names(page)).toHaveText(["Caño PVC desagüe 110 mm x 4 m"]);
});

test("A2 K5 the first products with the keyboard only", async ({ page, baseURL }) => {
  await enterShop(page, baseURL!);
  await openPage(page, "/products");
  await expect(page.getByRole("heading", { name: "Cargar el primero" })).toBeVisible();
  // Keys work from the moment the page has woken up; an impatient second press changes nothing.
  await page.keyboard.press("n");
  await page.keyboard.press("n");
  await expect(page).toHaveURL("/products/new");
  await expect(page.getByLabel("Código de barras (opcional)")).toBeFocused();
  await page.keyboard.type("7791234500017");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Nombre", { exact: true })).toBeFocused();
  await page.keyboard.type("Codo 90° 110");
  await page.keyboard.press("Tab");
  await page.keyboard.type("3120,5");
  await page.keyboard.press("Tab");
  await page.keyboard.type("1500");
  await expect(page.getByText("41,8 %")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Guardamos Codo 90° 110.")).toBeVisible();
  await expect(page.getByLabel("Nombre", { exact: true })).toHaveValue("");

  // The same code again is told with its owner, and nothing that was typed is lost.
  await expect(page.getByLabel("Código de barras (opcional)")).toBeFocused();
  await page.keyboard.type("7791234500017");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Otro codo");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Ese código de barras ya lo tiene Codo 90° 110.").first()).toBeVisible();
  await expect(page.getByLabel("Código de barras (opcional)")).toBeFocused();
  await expect(page.getByLabel("Nombre", { exact: true })).toHaveValue("Otro codo");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("heading", { level: 1, name: "Otro codo" })).toBeVisible();
});

test("a form that comes second is told who was first and what changed, and may insist", async ({ page, baseURL }) => {
  const shop = await enterShop(page, baseURL!);
  const headers = { authorization: `Bearer ${shop.accessToken}` };
  const made = await (await page.request.post("/api/v1/back-office/products", { headers, data: { name: "Codo 90°", salePrice: "100" } })).json();
  await openPage(page, `/products/${made.id}`);
  await page.getByLabel("Nombre", { exact: true }).fill("Codo 90° gris");
  await page.request.patch(`/api/v1/back-office/products/${made.id}`, { headers, data: { salePrice: "120" } });
  await page.getByRole("button", { name: /Guardar producto/ }).click();
  await expect(page.getByText(/Marta Quiroga cambió este producto/)).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "120,00" })).toContainText("100,00");
  await expect(page.getByLabel("Nombre", { exact: true })).toHaveValue("Codo 90° gris");
  await page.getByRole("button", { name: "Quedarme con lo mío" }).click();
  await expect(page.getByText("Guardamos Codo 90° gris.")).toBeVisible();
});

test("categories: made, moved under another, and deleted without losing their products", async ({ page, baseURL }) => {
  const shop = await enterShop(page, baseURL!);
  const headers = { authorization: `Bearer ${shop.accessToken}` };
  await page.request.post("/api/v1/back-office/products", { headers, data: { name: "Martillo", categoryName: "Manuales" } });
  await openPage(page, "/products/categories");
  // Keys work from the moment the page has woken up.
  await expect(async () => {
    await page.keyboard.press("n");
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByLabel("Nombre", { exact: true }).fill("Herramientas");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Borrar Herramientas" })).toBeVisible();
  await page.getByRole("button", { name: "Cambiar Manuales" }).click();
  await page.getByLabel("Dentro de", { exact: true }).selectOption({ label: "Herramientas" });
  await page.getByRole("button", { name: "Guardar rubro" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Manuales" })).toHaveAttribute("style", /1\.5rem/);
  await page.getByRole("button", { name: "Borrar Manuales" }).click();
  await expect(page.getByText("Tiene 1 producto.")).toBeVisible();
  await page.getByRole("button", { name: "Borrar rubro" }).click();
  await expect(page.getByText("Borramos el rubro Manuales y pasamos 1 producto.")).toBeVisible();
  // The list may stand for a moment as it was.
  await expect(page.getByRole("link", { name: "1 producto" })).toHaveCount(1);
});

test("B2 another shop sees nothing of it: not in its list, not by id, not by code", async ({ page, baseURL, browser }) => {
  const mine = await enterShop(page, baseURL!);
  await loadSample(page);
  const headers = { authorization: `Bearer ${mine.accessToken}` };
  const { items } = await (await page.request.get("/api/v1/ops/products?q=candado", { headers })).json();
  const other = await browser.newContext({ baseURL, locale: "es-AR" });
  const stranger = await openShop(other.request, "Kiosco ajeno");
  await signInByRequest(other, baseURL!, stranger);
  const theirs = await other.newPage();
  await openPage(theirs, "/products");
  await expect(theirs.getByRole("heading", { name: "Todavía no tenés productos" })).toBeVisible();
  await openPage(theirs, `/products/${items[0].id}`);
  await expect(theirs.getByText("Esta página no existe o la borraron")).toBeVisible();
  const read = await other.request.get(`/api/v1/ops/products?barcode=${items[0].barcodes[0]}`, { headers: { authorization: `Bearer ${stranger.accessToken}` } });
  expect((await read.json()).items).toEqual([]);
  await other.close();
});

test("columns are chosen once and remembered; views and category stay in the address", async ({ page, baseURL }) => {
  await enterShop(page, baseURL!);
  await loadSample(page);
  await expect(page.getByRole("columnheader", { name: "Marca" })).toHaveCount(0);
  await page.getByRole("button", { name: "Columnas" }).click();
  await page.getByRole("checkbox", { name: "Marca" }).check();
  await expect(page.getByRole("columnheader", { name: "Marca" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("columnheader", { name: "Marca" })).toBeVisible();
  await page.getByRole("link", { name: "Sin código de barras" }).click();
  await expect(page).toHaveURL(/view=no_barcode/);
  await expect(names(page).first()).toBeVisible();
  expect(await names(page).count()).toBeLessThan(20);
  await page.getByRole("combobox", { name: "Rubro" }).selectOption({ label: "\u00a0\u00a0\u00a0Clavos y tarugos" });
  await expect(page).toHaveURL(/view=no_barcode&category=/);
  await page.goBack();
  await page.getByRole("link", { name: "Todos", exact: true }).click();
  await page.getByRole("link", { name: "Precio", exact: true }).click();
  await expect(page).toHaveURL("/products?sort=price");
  await expect(page.getByRole("columnheader", { name: "Precio" })).toHaveAttribute("aria-sort", "ascending");
  await page.getByRole("link", { name: "Siguiente" }).click();
  await expect(page).toHaveURL(/sort=price&cursor=/);
  await expect(names(page)).toHaveCount(50);
});
