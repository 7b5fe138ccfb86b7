import { expect, test } from "@playwright/test";
import { createInOffice } from "./support/create-in-office.ts";
import { openPage } from "./support/open-page.ts";
import { openShop, signInByRequest } from "./support/open-shop.ts";

// Keyboard and clipboard only: no test here touches a mouse.

test("G2 G3 G4 a bill of twelve lines from paste to posted, paid and cancelled", async ({ page, context, baseURL, request }) => {
  const shop = await openShop(request, "Ferretería El Yunque");
  const headers = { authorization: `Bearer ${shop.accessToken}` };
  const create = createInOffice(request, shop);
  await create("suppliers", { name: "Bulonera Norte" });
  for (let i = 1; i <= 12; i += 1) await create("products", { name: `Bulón ${i}/8`, sku: `B-${i}`, costPrice: "100", salePrice: "200", taxRate: "21" });
  await create("products", { name: "Arandela estrella", sku: "AR-9", costPrice: "100", taxRate: "21" });
  await signInByRequest(context, baseURL!, shop);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);

  await openPage(page, "/purchases");
  await page.keyboard.press("n");
  await expect(page.getByLabel("Proveedor")).toBeFocused();
  await page.keyboard.type("Bul");
  await page.keyboard.press("Tab");
  await page.keyboard.type("a 1-77");

  await page.getByRole("combobox", { name: "Agregar producto" }).focus();
  const rows = ["Código\tDescripción\tCantidad\tCosto", ...Array.from({ length: 12 }, (_, i) => `B-${i + 1}\tBulón\t${i + 1}\t1${String(i).padStart(2, "0")},50`), "NO-ESTA\tx\t1\t1"];
  await page.evaluate((text) => navigator.clipboard.writeText(text), rows.join("\n"));
  // Without the network nothing comes, and it is said where it happened.
  await context.setOffline(true);
  await page.keyboard.press("Control+V");
  await expect(page.getByText("No agregamos nada:")).toBeVisible();
  await context.setOffline(false);
  await page.keyboard.press("Control+V");
  await expect(page.locator("[data-bill-line]")).toHaveCount(12);
  await expect(page.getByText("No encontramos el código NO-ESTA")).toBeVisible();

  // One more by name: Enter goes through quantity, cost and discount to the next product.
  await page.keyboard.type("estrella");
  await expect(page.getByRole("option", { name: /Arandela estrella/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Cantidad: Arandela estrella")).toBeFocused();
  await page.keyboard.type("10");
  await page.keyboard.press("Enter");
  await page.keyboard.type("1000");
  await page.keyboard.press("Enter");
  await page.keyboard.type("50");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Agregar producto" })).toBeFocused();
  await expect(page.getByText("Costaba $ 100,00: +400 %")).toBeVisible();

  // The draft outlives the page.
  await page.reload();
  await expect(page.getByText("Recuperamos la boleta que estabas cargando.")).toBeVisible();
  await expect(page.locator("[data-bill-line]")).toHaveCount(13);

  // 78 × 100.50 + Σ i·(i+1), i below 12 = 7,839 + 572 = 8,411; the washers 5,000; VAT 21 %.
  await expect(page.getByRole("status").filter({ hasText: "Diferencia" })).toHaveCount(0);
  await page.getByLabel("Total de la boleta").focus();
  await page.keyboard.type("16000");
  await page.keyboard.press("Tab");
  await expect(page.getByText("Diferencia $ -227,31").or(page.getByText("Diferencia -$ 227,31"))).toBeVisible();
  await page.getByLabel("Total de la boleta").focus();
  await page.keyboard.type("16227,31");
  await page.keyboard.press("Tab");
  await expect(page.getByText("Coincide con la boleta")).toBeVisible();
  await page.keyboard.press("Control+S");
  await expect(page).toHaveURL(/\/purchases\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bulonera Norte · a 1-77");

  await page.keyboard.press("p");
  await expect(page.getByLabel("Importe")).toBeFocused();
  await page.keyboard.type("6227,31");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Registramos el pago de")).toBeVisible();
  await expect(page.getByText("$ 10.000,00").first()).toBeVisible();

  const levels = await (await request.get("/api/v1/ops/stock/levels?limit=200", { headers })).json() as { items: { onHand: string }[] };
  expect(levels.items.reduce((sum, { onHand }) => sum + Number(onHand), 0)).toBe(88);

  await page.getByRole("button", { name: "Anular boleta" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Motivo")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Motivo")).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.type("Vino repetida");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Anulada el .* por Marta Quiroga: Vino repetida/)).toBeVisible();
});

test("G3 G4 after a bill prices follow its costs, chosen one by one, and the calendar pays several bills at once", async ({ page, context, baseURL, request }) => {
  const shop = await openShop(request, "Ferretería El Yunque");
  const create = createInOffice(request, shop);
  const supplier = await create("suppliers", { name: "Bulonera Norte" });
  for (const [sku, name] of [["B-1", "Bulón"], ["T-1", "Tuerca"]]) await create("products", { name, sku, costPrice: "100", salePrice: "200", taxRate: "21" });
  const lines = [{ sku: "B-1", quantity: "10", unitCost: "150" }, { sku: "T-1", quantity: "10", unitCost: "120" }];
  const bill = await create("purchases", { supplierId: supplier.id, number: "A 1-1", date: "2026-01-02", lines });
  await create("purchases", { supplierId: supplier.id, number: "A 1-2", date: "2026-01-02", dueDate: "2099-01-02", lines });
  await signInByRequest(context, baseURL!, shop);

  await openPage(page, `/purchases/${bill.id}`);
  await expect(page.getByRole("heading", { name: "2 costos cambiaron" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Cambiar 2 precios" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Bulón/ }).last()).toContainText("300,00");
  await page.getByRole("checkbox", { name: "Aplicar a Tuerca" }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Cambiar 1 precio" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/prices\/changes\/[0-9a-f-]{36}$/);

  await openPage(page, "/purchases/calendar");
  await expect(page.getByRole("heading", { name: /^Vencido/ })).toContainText("3.267,00");
  await page.getByRole("button", { name: "Pagar a Bulonera Norte" }).focus();
  await page.keyboard.press("Enter");
  const [first, second] = [page.getByLabel(/^A 1-1, vence/), page.getByLabel(/^A 1-2, vence/)];
  await expect(first).toBeFocused();
  await expect(first).toHaveValue("3.267,00");
  await second.focus();
  await page.keyboard.type("1000");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Registramos el pago de $ 4.267,00")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Más adelante/ })).toContainText("2.267,00");
  await expect(page.getByRole("heading", { name: /^Vencido/ })).toHaveCount(0);
});
