import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { createInOffice } from "./support/create-in-office.ts";
import { openPage } from "./support/open-page.ts";
import { openShop, signInByRequest } from "./support/open-shop.ts";

test("G4 a supplier's account by keyboard alone: its period, its paper, what is paid from it and taken back, and the way to each bill", async ({ page, context, baseURL, request }) => {
  const shop = await openShop(request, "Ferretería El Yunque");
  const create = createInOffice(request, shop);
  const supplier = await create("suppliers", { name: "Bulonera Norte" });
  await create("products", { name: "Bulón", sku: "B-1", costPrice: "100", salePrice: "200", taxRate: "21" });
  const lines = [{ sku: "B-1", quantity: "10", unitCost: "100" }];
  await create("purchases", { supplierId: supplier.id, number: "A 1-1", date: "2026-01-10", lines });
  const second = await create("purchases", { supplierId: supplier.id, number: "A 1-2", date: "2026-02-10", dueDate: "2026-03-10", lines });
  await signInByRequest(context, baseURL!, shop);

  await openPage(page, `/suppliers/${supplier.id}/account`);
  const row = (name: RegExp) => page.getByRole("row", { name });
  await expect(row(/Boleta A 1-1/)).toContainText("1.210,00");
  await page.getByLabel("Desde").fill("2026-02-01");
  await page.getByRole("button", { name: "Ver", exact: true }).press("Enter");
  await expect(page).toHaveURL(/from=2026-02-01/);
  await expect(row(/Boleta A 1-1/)).toHaveCount(0);
  await expect(row(/Boleta A 1-2/)).toContainText("10/03/2026");

  // Both buttons ask for the paper of the chosen period.
  await openPage(page, page.url());
  const [opened, kept, answer] = await Promise.all([
    context.waitForEvent("page"), page.waitForEvent("download"), page.waitForResponse((response) => response.url().includes("/statement?")),
    page.keyboard.press("o").then(() => page.keyboard.press("d")),
  ]);
  await opened.close();
  expect([answer.status(), new URL(answer.url()).searchParams.get("from")]).toEqual([200, "2026-02-01"]);
  expect(kept.suggestedFilename()).toBe("Resumen de cuenta Bulonera Norte.pdf");
  expect((await readFile(await kept.path())).subarray(0, 5).toString()).toBe("%PDF-");

  await page.getByRole("button", { name: "Exportar" }).press("Enter");
  const [sheet] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "Exportar a Excel" }).press("Enter")]);
  expect(sheet.suggestedFilename()).toBe("Resumen de cuenta Bulonera Norte.xlsx");

  await openPage(page, `/suppliers/${supplier.id}/account`);
  await page.keyboard.press("p");
  await expect(page.getByLabel("Importe")).toBeFocused();
  await expect(page.getByLabel("Importe")).toHaveValue("2.420,00");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("1500");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Registramos el pago de $ 1.500,00")).toBeVisible();
  await expect(page.getByText("$ 920,00").first()).toBeVisible();
  const payment = row(/Pago con/).first();
  await payment.getByRole("button", { name: "Anular" }).press("Enter");
  await expect(page.getByLabel("Motivo")).toBeFocused();
  await page.keyboard.type("Era de otro");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Anulamos el pago.")).toBeVisible();
  await expect(row(/Anulación del pago/)).toContainText("1.500,00");
  await expect(page.getByText("$ 2.420,00").first()).toBeVisible();

  await page.getByRole("link", { name: "Boleta A 1-2" }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`/purchases/${second.id}$`));
  await expect(page.getByText("Principal", { exact: true })).toBeVisible();
  await openPage(page, `/suppliers/${supplier.id}/account`);
  await page.getByRole("link", { name: "Nueva boleta" }).press("Enter");
  await expect(page.getByLabel("Proveedor", { exact: true })).toHaveValue(supplier.id);
});
