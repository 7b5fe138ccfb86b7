import { expect, test, type Page } from "@playwright/test";
import { partsOf, ready } from "./support/counter.ts";
import { openPage } from "./support/open-page.ts";
import { openShop, signInByRequest } from "./support/open-shop.ts";

async function enterShop(page: Page, baseURL: string) {
  const shop = await openShop(page.request, "Fiambrería Don Julio");
  await signInByRequest(page.context(), baseURL, shop);
  const add = async (data: object): Promise<string> => {
    const response = await page.request.post("/api/v1/back-office/products", { data, headers: { authorization: `Bearer ${shop.accessToken}` } });
    expect(response.status(), await response.text()).toBe(201);
    return ((await response.json()) as { id: string }).id;
  };
  return { shop, add };
}

test("C1 a scale's labels are told by pattern, tried on the spot, and sold by scanning", async ({ page, baseURL }) => {
  const { shop, add } = await enterShop(page, baseURL!);
  await add({ name: "Queso cremoso", sku: "12345", unit: "kg", salePrice: "8000", initialStock: "10" });
  await openPage(page, "/settings/scales");
  await page.getByRole("button", { name: "Agregar patrón" }).press("Enter");
  await expect(page.getByLabel("Patrón 1", { exact: true })).toHaveValue("20PPPPPWWWWWC");
  await page.getByRole("button", { name: "Usar un ejemplo" }).press("Enter");
  await expect(page.getByText("12345", { exact: true })).toBeVisible();
  await page.getByLabel("Patrón 1", { exact: true }).fill("30PPPPPWWWWWC");
  await page.keyboard.press("Control+s");
  await expect(page.getByText(/El patrón va con 12 o 13 signos/).first()).toBeVisible();
  await page.getByLabel("Patrón 1", { exact: true }).fill("20PPPPPWWWWWC");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Guardado. Las cajas lo leen")).toBeVisible();
  const label = await page.getByLabel("Probá con una etiqueta").inputValue();
  await page.goto("/pos");
  await ready(page);
  const { entry, rows, total } = partsOf(page, shop);
  await entry.fill(label);
  await entry.press("Enter");
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText("Queso cremoso");
  await expect(total).toContainText(/\d/);
});

test("C1 codes by keyboard: a wrong digit is told, a code of our own is made, a box of twelve is said", async ({ page, baseURL }) => {
  await enterShop(page, baseURL!);
  await openPage(page, "/products/new");
  await page.keyboard.type("7791234500018");
  await expect(page.getByText("El último dígito no coincide: debería ser 7.")).toBeVisible();
  await page.keyboard.press("Backspace");
  await page.keyboard.type("7");
  await expect(page.getByText("El último dígito no coincide")).toHaveCount(0);
  await page.getByRole("button", { name: "Generar código propio" }).press("Enter");
  await expect(page.locator("input[name=barcode]")).toHaveCount(2);
  await expect(page.locator("input[name=barcode]").nth(1)).toHaveValue(/^29\d{11}$/);
  await page.locator("input[name=packSize]").nth(1).fill("12");
  await page.locator("select[name=packUnit]").nth(1).selectOption("box");
  await page.getByLabel("Nombre", { exact: true }).fill("Cerveza rubia");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("heading", { level: 1, name: "Cerveza rubia" })).toBeVisible();
  await expect(page.locator("input[name=packSize]").nth(1)).toHaveValue("12");
  await expect(page.locator("select[name=packUnit]").nth(1)).toHaveValue("box");
});

test("C1 variants as a grid, a kit of them, and two products made one and two again", async ({ page, baseURL }) => {
  const { add } = await enterShop(page, baseURL!);
  await openPage(page, "/products/variants/new");
  await page.keyboard.type("Caño PVC");
  await page.getByLabel("Valores de Medida").fill("1\"; 1/2\"; 3/4\"");
  await page.getByLabel("Precio de todas").fill("2.400");
  await page.getByLabel("Stock de 1/2\"").fill("30");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("heading", { level: 1, name: "Caño PVC" })).toBeVisible();
  await expect(page.locator("tbody tr td:first-child")).toHaveText([/^1\/2"/, /^3\/4"/, /^1"/]);
  const kit = await add({ name: "Kit baño", salePrice: "5000" });
  await openPage(page, `/products/${kit}`);
  await page.getByText("Convertir en kit").click();
  await page.getByLabel("Agregar componente").fill("pvc 1/2");
  await page.keyboard.press("Enter");
  await page.getByLabel("Cantidad de Caño PVC 1/2\"").fill("2,5");
  await expect(page.getByText("Kits que se pueden armar").locator("xpath=following::dd[1]")).toContainText("12");
  await page.getByRole("button", { name: "Guardar kit" }).press("Enter");
  await expect(page.getByText("Guardamos el kit.")).toBeVisible();

  await add({ name: "Codo 90 PVC", salePrice: "900" });
  await add({ name: "PVC codo 90", initialStock: "4", barcodes: ["7791234500017"] });
  await openPage(page, "/products/duplicates");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Comparar y unir" })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/Unimos los productos en/)).toBeVisible();
  await expect(page.locator("input[name=barcode]")).toHaveValue("7791234500017");
  await openPage(page, "/products/duplicates");
  await page.getByRole("button", { name: /Deshacer la unión de/ }).press("Enter");
  await expect(page.getByText("Deshicimos la unión.")).toBeVisible();
});
