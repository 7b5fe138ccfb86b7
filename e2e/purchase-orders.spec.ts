import { expect, test } from "@playwright/test";
import { createInOffice } from "./support/create-in-office.ts";
import { openPage } from "./support/open-page.ts";
import { openShop, signInByRequest } from "./support/open-shop.ts";

// Keyboard only: no test here touches a mouse.

test("G2 an order is made, sent, received in part and billed; what differs is decided, all by keyboard", async ({ page, context, baseURL, request }) => {
  const shop = await openShop(request, "Ferretería El Yunque");
  const create = createInOffice(request, shop);
  const { id: supplierId } = await create("suppliers", { name: "Bulonera Norte", leadDays: 3 });
  await create("products", { name: "Bulón hexagonal", sku: "BU-1", costPrice: "100", taxRate: "21", minStock: "10" });
  await create("products", { name: "Arandela estrella", sku: "AR-9", costPrice: "10", taxRate: "21" });
  await create(`suppliers/${supplierId}/products`, { items: [{ sku: "BU-1", code: "7001", listPrice: "90" }, { sku: "AR-9", code: "7002", listPrice: "8" }] });
  await signInByRequest(context, baseURL!, shop);

  await openPage(page, "/purchases/orders");
  await page.keyboard.press("n");
  await expect(page.getByLabel("Proveedor", { exact: true })).toBeFocused();
  await page.keyboard.type("Bul");
  // What is below its minimum, then one more by the supplier's code.
  await page.keyboard.press("Control+m");
  await expect(page.getByLabel("Cantidad: Bulón hexagonal")).toHaveValue("10");
  await page.getByRole("combobox", { name: "Agregar producto" }).focus();
  await page.keyboard.type("7002");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Cantidad: Arandela estrella")).toBeFocused();
  await page.keyboard.type("50");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("heading", { name: "Pedido 1" })).toBeVisible();
  // 10 × 90 + 50 × 8.
  await expect(page.getByText("$ 1.300,00")).toBeVisible();

  await openPage(page, page.url());
  await page.keyboard.press("s");
  await expect(page.getByRole("heading", { name: "Recibir mercadería" })).toBeVisible();
  await expect(page.getByLabel("Llega ahora: Bulón hexagonal")).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("8");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Recepción 1" })).toBeVisible();

  await openPage(page, page.url());
  await page.keyboard.press("b");
  await expect(page.getByText(/Boleta de la recepción 1/)).toBeVisible();
  await expect(page.getByLabel("Número")).toBeFocused();
  await page.keyboard.type("a 1-77");
  const cost = page.getByLabel("Costo sin IVA: Bulón hexagonal");
  await expect(cost).toHaveValue("90");
  await cost.focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("99");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("heading", { name: /Bulonera Norte · a 1-77/i })).toBeVisible();

  await openPage(page, "/purchases/differences");
  await page.keyboard.press("j");
  await expect(page.getByRole("button", { name: "Resolver Bulón hexagonal" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Decisión")).toBeFocused();
  await page.keyboard.type("Pedir");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Acordamos 90");
  await page.keyboard.press("Enter");
  await expect(page.getByText("No hay diferencias sin resolver")).toBeVisible();
});

test("G2 the supplier sees the order behind its link, says a word and confirms it", async ({ page, request }) => {
  const shop = await openShop(request, "Ferretería El Yunque");
  const headers = { authorization: `Bearer ${shop.accessToken}` };
  const post = async (path: string, data?: object) => {
    const response = await request.post(`/api/v1/back-office/${path}`, { headers, ...(data ? { data } : {}) });
    expect(response.ok(), await response.text()).toBe(true);
    return (await response.json()) as { id: string; url: string };
  };
  const { id: supplierId } = await post("suppliers", { name: "Bulonera Norte" });
  await post("products", { name: "Bulón hexagonal", sku: "BU-1", costPrice: "100", taxRate: "21" });
  const { id } = await post("purchase-orders", { supplierId, lines: [{ sku: "BU-1", quantity: "12" }] });
  await post(`purchase-orders/${id}/send`);
  const link = new URL((await post(`purchase-orders/${id}/link`, { days: 30 })).url).pathname;

  await openPage(page, link);
  await expect(page.getByRole("heading", { name: "Pedido 1 de Ferretería El Yunque" })).toBeVisible();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await page.getByLabel("Nota para el negocio").fill("Entrego el jueves");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Le dejamos tu nota al negocio.")).toBeVisible();
  await page.getByRole("button", { name: "Confirmar el pedido" }).press("Enter");
  await expect(page.getByText("Gracias: el negocio ya sabe que lo confirmaste.")).toBeVisible();
  const seen = (await (await request.get(`/api/v1/back-office/purchase-orders/${id}`, { headers })).json()) as { answers: { kind: string; note: string | null }[] };
  expect(seen.answers.map(({ kind, note }) => [kind, note])).toEqual([["note", "Entrego el jueves"], ["confirmed", null]]);

  await request.delete(`/api/v1/back-office/purchase-orders/${id}/link`, { headers });
  await openPage(page, link);
  await expect(page.getByRole("heading", { name: "Este enlace ya no abre nada" })).toBeVisible();
});
