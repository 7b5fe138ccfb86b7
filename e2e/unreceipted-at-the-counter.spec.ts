import { expect, test } from "@playwright/test";
import { ask, catchPrints, openCounter, salesOf, scan, stockOf, typeLine } from "./support/counter.ts";
import { plantedBarcode } from "./support/plant-products.ts";
import { MARTA } from "./support/second-member.ts";
import { openSellersCounter } from "./support/sellers-counter.ts";

test("3.8 F4 a return without receipt by the keyboard alone: the last sales are offered first, a second member allows it, and cash or a voucher is given", async ({ page, request, baseURL, context }) => {
  await catchPrints(context);
  const { shop, strip, total, entry } = await openSellersCounter(page, request, baseURL!);
  const sold = page.locator("[data-sale]:not([data-sale=''])");
  await typeLine(page, "5");
  await page.keyboard.press("Control+Enter");
  await expect(sold).toHaveText("Venta 1");

  // Nobody ever bought it here: there is nothing to choose but that.
  await page.keyboard.press("F9");
  await expect(page.getByLabel("Número de la venta")).toBeFocused();
  await scan(page, plantedBarcode(4));
  await expect(strip).toContainText("No hay ventas de");
  await expect(page.getByRole("radio", { name: "Sin comprobante" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("Número de la venta")).toBeFocused();
  await scan(page, plantedBarcode(5));
  await expect(page.getByRole("radio", { name: /Venta 1/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Sin comprobante: no es de ninguna de estas" })).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Cuánto vuelve")).toBeFocused();
  await expect(page.getByText("es el precio más bajo de los últimos 90 días")).toBeVisible();
  await expect(page.getByLabel("Se devuelve por cada uno")).toHaveValue("100,05");
  await scan(page, plantedBarcode(5));
  await expect(page.getByText("A devolver $ 200,10")).toBeVisible();
  await page.getByLabel("Motivo").focus();
  await page.keyboard.type("perdió el ticket", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Autorización del encargado" })).toContainText("devolución sin comprobante");
  await expect(page.getByLabel("PIN de quien autoriza")).toBeFocused();
  await page.keyboard.type(MARTA, { delay: 45 });
  await page.keyboard.press("Tab");
  await page.keyboard.type("lo conozco", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-back]")).toContainText("(sin comprobante)");
  await expect(entry).toBeFocused();
  await expect(total).toContainText("200,10");

  // What she allowed was the goods, not that much money.
  await page.keyboard.press("F10");
  await expect(strip).toContainText("Tu tope de devolución es $ 50,00");
  await page.keyboard.press("p");
  await expect(page.getByLabel("PIN de quien autoriza")).toBeFocused();
  await page.keyboard.type(MARTA, { delay: 45 });
  await page.keyboard.press("Tab");
  await page.keyboard.type("y la plata también", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(strip).toContainText("Cobrá de nuevo");
  await page.keyboard.press("F10");
  await expect(page.getByRole("button", { name: "Devolver la diferencia" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(sold).toHaveText("Venta 2");
  await page.keyboard.press("Control+p");
  const papers = () => page.evaluate(() => (window as unknown as { prints: string[] }).prints);
  await expect.poll(async () => (await papers()).length).toBe(1);
  for (const text of ["Venta 2", "(sin comprobante)", "−200,10"]) expect((await papers())[0]).toContain(text);
  expect((await salesOf(request, shop))[0]).toMatchObject({ total: "-200.10", change: "200.10" });
  expect(await stockOf(request, shop, "FE-00005")).toBe("1001.000");
  const [last] = (await ask<{ items: { id: string }[] }>(request, shop, "/ops/sales")).items;
  expect(await ask(request, shop, `/ops/sales/${last!.id}`)).toMatchObject({ notes: "perdió el ticket", approvals: [{ kinds: ["refund", "unreceipted"], memberName: "Marta Quiroga", askedBy: "Juan Pérez" }] });
  await page.goto(`/sales/${last!.id}`);
  await expect(page.getByText("Devolución sin comprobante", { exact: true })).toBeVisible();
});

test("3.8 as many come back without their sale as stand in the field, also for whoever presses the button", async ({ page, request, baseURL }) => {
  const { strip, total } = await openCounter(page, request, baseURL!);
  await page.keyboard.press("F9");
  await expect(page.getByLabel("Número de la venta")).toBeFocused();
  await scan(page, plantedBarcode(5));
  await page.getByRole("button", { name: "Seguir" }).click();
  await page.getByLabel("Motivo").fill("perdió el ticket");
  const count = page.getByLabel("Cuánto vuelve");
  await count.fill("dos");
  await page.getByRole("button", { name: "Poner en el ticket" }).click();
  await expect(strip).toContainText("Escribí un número");
  await count.fill("3");
  await page.getByRole("button", { name: "Poner en el ticket" }).click();
  await expect(page.locator("[data-back]")).toContainText("3");
  await expect(total).toContainText("300,15");
});
