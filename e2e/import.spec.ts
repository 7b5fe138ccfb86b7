import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { makeXlsx } from "../tests/imports/make-xlsx.ts";
import { openPage } from "./support/open-page.ts";
import { newEmail, openShop, PASSWORD, signInByRequest } from "./support/open-shop.ts";

const UGLY = Buffer.from(makeXlsx([
  { name: "Tapa", rows: [["Distribuidora El Tornillo"]] },
  {
    name: "Lista",
    merges: ["A1:F1"],
    rows: [
      ["DISTRIBUIDORA EL TORNILLO S.A."], ["Lista vigente desde 01/11"], [],
      ["Código", "EAN", "Detalle", "P. Público", "Mostrador", "Existencia"],
      ["PLOMERÍA"],
      ["0012", "7791234500017", "Caño PVC 110", "$ 1.234,50", "$ 1.500,00", { n: "10" }],
      ["0013", { n: "7.79E+12" }, "Codo 90", "350,25", "400,00", null],
      ["0014", null, "Tee", { error: "#N/A" }, { error: "#N/A" }, { n: "4" }],
      [null, null, null, null, "TOTAL", { n: "14" }],
    ],
  },
]));
const FILE = { name: "lista noviembre.xlsx", mimeType: "application/octet-stream", buffer: UGLY };

async function signUp(page: Page): Promise<void> {
  await openPage(page, "/signup");
  await page.getByLabel("Nombre del negocio").fill("Ferretería La Prueba");
  await page.getByLabel("Nombre", { exact: true }).fill("Marta Quiroga");
  await page.getByLabel("Correo electrónico").fill(newEmail());
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Crear mi negocio" }).click();
  await expect(page).toHaveURL("/products");
}

test("C3 from sign-up to the shelf: an ugly list is read, put right, applied, and taken back", async ({ page }) => {
  await signUp(page);
  await openPage(page, "/products/import");
  await page.locator("#file").setInputFiles(FILE);
  await expect(page).toHaveURL(/\/products\/import\/[0-9a-f-]{36}/);
  await expect(page.getByText("2 nuevos · 0 cambian · 0 iguales · 1 con error")).toBeVisible({ timeout: 30_000 });
  // Another price column than the one that was guessed.
  await page.locator("#column-4").selectOption({ label: "Precio" });
  await page.getByRole("button", { name: "Leer de nuevo con estos cambios" }).click();
  await expect(page.getByText("Precio: 1.500").first()).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: /Con error/ }).click();
  await expect(page.getByText("La celda tiene un error de fórmula")).toBeVisible();
  await page.getByRole("button", { name: "Importar 2 productos" }).click();
  await expect(page.getByText("Cargamos 2 productos.")).toBeVisible({ timeout: 30_000 });
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Descargar las que quedaron afuera" }).click()]);
  expect(file.suggestedFilename()).toBe("lista noviembre - Quedaron afuera.xlsx");
  await openPage(page, "/products");
  await expect(page.getByText("Caño PVC 110")).toBeVisible();
  await expect(page.getByText("1.500,00")).toBeVisible();

  await openPage(page, "/products/import");
  await page.getByRole("link", { name: "lista noviembre.xlsx" }).click();
  await page.getByRole("button", { name: "Deshacer importación" }).click();
  await expect(page.getByText("La importación se deshizo.")).toBeVisible({ timeout: 30_000 });
});

test("R2 the whole import with the keyboard alone", async ({ page, context, baseURL, request }) => {
  await signInByRequest(context, baseURL!, await openShop(request));
  // Asked for before the page comes: a key right behind the request could reach the page before it, and the chooser would open for nobody.
  const chooser = page.waitForEvent("filechooser");
  await openPage(page, "/products/import");
  await page.keyboard.press("i");
  await (await chooser).setFiles({ name: "veinte.csv", mimeType: "text/csv", buffer: Buffer.from(["Código;Nombre;Precio final", ...Array.from({ length: 20 }, (_, i) => `K${i};Clavo ${i};${i + 1},50`)].join("\n")) });
  await expect(page.getByText("20 nuevos")).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press("a");
  await expect(page.getByText("Cargamos 20 productos.")).toBeVisible({ timeout: 30_000 });
});

test("a file that nobody can read is told at once, in words", async ({ page, context, baseURL, request }) => {
  await signInByRequest(context, baseURL!, await openShop(request));
  await openPage(page, "/products/import");
  await page.locator("#file").setInputFiles({ name: "lista.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 x") });
  await expect(page.getByRole("alert").getByText("No podemos leer este archivo.")).toBeVisible();
  await page.getByLabel("O pegá las celdas").fill("Nombre\tPrecio final\nPegado uno\t12,50");
  await page.getByRole("button", { name: "Leer lo pegado" }).click();
  await expect(page.getByText("Pegado uno").first()).toBeVisible({ timeout: 30_000 });
});

const API = "/api/v1/back-office";

async function until(request: APIRequestContext, headers: Record<string, string>, id: string, status: string) {
  await expect.poll(async () => ((await (await request.get(`${API}/imports/${id}`, { headers })).json()) as { status: string }).status, { timeout: 30_000 }).toBe(status);
  return (await (await request.get(`${API}/imports/${id}`, { headers })).json()) as { counts: object; mapping: { columns: object }; warnings: { row: number; code: string; message: string }[] };
}

test("API: upload, review, rows, apply twice, rejected file, undo; nothing for another shop", async ({ request }) => {
  const shop = await openShop(request);
  const headers = { authorization: `Bearer ${shop.accessToken}` };
  const sent = await request.post(`${API}/products/import`, { headers, multipart: { file: FILE } });
  expect(sent.status()).toBe(202);
  const { id } = (await sent.json()) as { id: string };
  const review = await until(request, headers, id, "review");
  expect(review).toMatchObject({ counts: { total: 5, created: 2, updated: 0, unchanged: 0, rejected: 1, skipped: 2 } });
  expect(review.warnings.map(({ row, code }) => [row, code])).toContainEqual([7, "row_barcode_rounded"]);
  const rows = (await (await request.get(`${API}/imports/${id}/rows?verdict=error`, { headers })).json()) as { items: { row: number; verdict: string }[] };
  expect(rows.items).toMatchObject([{ row: 8, verdict: "error" }]);

  const applied = await Promise.all([1, 2].map(() => request.post(`${API}/imports/${id}/apply`, { headers, data: {} })));
  expect(applied.map((response) => response.status())).toEqual([202, 202]);
  await until(request, headers, id, "applied");
  const file = await request.get(`${API}/imports/${id}/rejected?format=csv`, { headers });
  expect([file.status(), file.headers()["content-type"], (await file.text()).includes("0014;;Tee")]).toEqual([200, "text/csv; charset=utf-8", true]);
  expect((await request.post(`${API}/imports/${id}/undo`, { headers })).status()).toBe(202);
  await until(request, headers, id, "undone");

  const other = { authorization: `Bearer ${(await openShop(request)).accessToken}` };
  expect((await request.get(`${API}/imports/${id}`, { headers: other })).status()).toBe(404);
  expect((await request.post(`${API}/imports/${id}/undo`, { headers: other })).status()).toBe(404);
});

test("API: rows as JSON, and refusals by name", async ({ request }) => {
  const headers = { authorization: `Bearer ${(await openShop(request)).accessToken}` };
  const sent = await request.post(`${API}/products/import`, { headers, data: { rows: [{ sku: "J-1", name: "Martillo", salePrice: "1234.50", costPrice: "1.234" }, { sku: "J-2", name: "Pinza", salePrice: 99 }] } });
  expect(sent.status()).toBe(202);
  const { id } = (await sent.json()) as { id: string };
  expect(await until(request, headers, id, "review")).toMatchObject({ counts: { created: 2, rejected: 0 }, mapping: { columns: { sku: 0, name: 1, salePrice: 2, costPrice: 3 } } });
  for (const [multipart, status, code] of [
    [{ file: { ...FILE, buffer: Buffer.from("%PDF-1.7") } }, 422, "file_type"],
    [{ file: { ...FILE, buffer: Buffer.alloc(0) } }, 422, "file_empty"],
    [{ file: { ...FILE, buffer: Buffer.alloc(21 * 2 ** 20, 65) } }, 413, "file_too_large"],
    [{ file: FILE, tenantId: "x" }, 400, "invalid"],
    [{ file: FILE, mapping: "{" }, 400, "invalid"],
  ] as const) {
    const response = await request.post(`${API}/products/import`, { headers, multipart });
    expect([response.status(), ((await response.json()) as { code: string }).code]).toEqual([status, code]);
  }
  expect((await request.post(`${API}/products/import`, { multipart: { file: FILE } })).status()).toBe(401);
});
