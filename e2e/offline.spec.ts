import { expect, test } from "@playwright/test";
import { openPage } from "./support/open-page.ts";
import { openShop, signInByRequest } from "./support/open-shop.ts";

// Nothing already entered is lost: saving without the network says so where it happened, and works when it is back.

test("a product saved without the network stays in its form, and is saved when the network is back", async ({ page, context, baseURL, request }) => {
  await signInByRequest(context, baseURL!, await openShop(request));
  await openPage(page, "/products/new");
  await page.getByLabel("Nombre", { exact: true }).fill("Codo 90");
  await page.getByLabel("Precio", { exact: true }).fill("1.234,50");
  await context.setOffline(true);
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Sin conexión con el sistema. No perdiste nada: probá de nuevo en un rato.").first()).toBeVisible();
  await expect(page.getByLabel("Nombre", { exact: true })).toHaveValue("Codo 90");
  await context.setOffline(false);
  await page.keyboard.press("Control+s");
  await expect(page).toHaveURL(/\/products(\/[0-9a-f-]{36})?(\?.*)?$/);
  await openPage(page, "/products?q=codo");
  await expect(page.getByText("Codo 90").first()).toBeVisible();
});

test("a plain form sent without the network keeps what was typed, and goes out when the network is back", async ({ page, context, baseURL, request }) => {
  await signInByRequest(context, baseURL!, await openShop(request));
  await openPage(page, "/settings");
  await page.getByLabel("Nombre del negocio").fill("Ferretería Sur");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Guardar configuración" }).press("Enter");
  await expect(page.getByText("Sin conexión. Lo que escribiste sigue acá", { exact: false })).toBeVisible();
  await expect(page.getByLabel("Nombre del negocio")).toHaveValue("Ferretería Sur");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Guardar configuración" }).press("Enter");
  await expect(page).toHaveURL("/settings?done=1");
});
