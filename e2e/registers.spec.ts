import { expect, test } from "@playwright/test";
import { ask } from "./support/counter.ts";
import { openPage } from "./support/open-page.ts";
import { openShop, signInByRequest } from "./support/open-shop.ts";

test("F5 a register by the keyboard: added with its tolerance, a name that is taken and one that is not a number told, its till closed two pesos short without a word, put away", async ({ page, request, baseURL }) => {
  const shop = await openShop(request, "Kiosco La Esquina");
  await signInByRequest(page.context(), baseURL!, shop);
  await openPage(page, "/cash/registers");
  await page.keyboard.press("n");
  const name = page.getByLabel("Nombre");
  await expect(name).toBeFocused();
  await page.keyboard.type("Caja 1");
  await page.keyboard.press("Tab");
  await page.keyboard.type("dos");
  await page.keyboard.press("Control+s");
  await expect(page.getByLabel("Diferencia que se acepta al cerrar")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Diferencia que se acepta al cerrar").press("Control+a");
  await page.keyboard.type("2,50");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Ya hay una caja con ese nombre.")).toBeVisible();
  await name.press("Control+a");
  await page.keyboard.type("Caja de la vereda");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("heading", { level: 1, name: "Caja de la vereda" })).toBeVisible();
  const { items } = await ask<{ items: { id: string; name: string }[] }>(request, shop, "/back-office/registers");
  const [added] = items.filter((one) => one.name === "Caja de la vereda");
  expect(added).toMatchObject({ tolerance: "2.50", isActive: true });

  const opened = await request.post("/api/v1/ops/shifts", { data: { registerId: added!.id, float: "1000" }, headers: { authorization: `Bearer ${shop.accessToken}` } });
  expect(opened.status()).toBe(201);
  await openPage(page, "/cash");
  await page.getByRole("listitem").filter({ hasText: "Caja de la vereda" }).getByRole("button", { name: "Cerrar la caja" }).press("Enter");
  await page.getByLabel("Efectivo contado").fill("998");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Diferencia\s.*2,00/)).toBeVisible();
  await expect(page.getByLabel("Motivo")).not.toHaveAttribute("required");
  await page.getByRole("dialog").getByRole("button", { name: "Cerrar la caja" }).press("Enter");
  await expect(page.getByText("Caja cerrada: Z N° 1")).toBeVisible();

  await openPage(page, `/cash/registers/${added!.id}`);
  await page.getByRole("button", { name: "Dar de baja" }).press("Enter");
  await expect(page.getByText("Dada de baja").first()).toBeVisible();
  await openPage(page, "/cash");
  await expect(page.getByText("Caja 1")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Caja de la vereda" })).toHaveCount(0);
});
