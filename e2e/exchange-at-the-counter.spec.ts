import { expect, test } from "@playwright/test";
import { ask, catchPrints, openCounter, salesOf, scan, stockOf, typeLine } from "./support/counter.ts";
import { plantedBarcode } from "./support/plant-products.ts";

test("3.8 F4 an exchange in one ticket: back goes what was bought, the difference is paid, or given as a voucher that pays the next sale", async ({ page, request, baseURL, context }) => {
  await catchPrints(context);
  const { shop, rows, strip, total, entry } = await openCounter(page, request, baseURL!);
  const sold = page.locator("[data-sale]:not([data-sale=''])");
  await typeLine(page, "3*9");
  await page.keyboard.press("Control+Enter");
  await expect(sold).toHaveText("Venta 1");
  const takeBack = async (): Promise<void> => {
    await page.keyboard.press("F9");
    await expect(page.getByLabel("Número de la venta")).toBeFocused();
    await typeLine(page, "1");
    await expect(page.getByText(/quedan\s[23]\su/)).toBeVisible();
    await scan(page, plantedBarcode(9));
    await expect(page.getByText("A devolver $ 100,09")).toBeVisible();
    await page.keyboard.press("F10");
    await expect(page.locator("[data-back]")).toContainText("(venta 1)");
    await expect(entry).toBeFocused();
  };

  await takeBack();
  await typeLine(page, "2*5");
  await expect(rows).toHaveCount(1);
  await expect(total).toContainText("100,01");
  await page.keyboard.press("F10");
  await expect(page.getByLabel("Recibido")).toHaveValue("100,01");
  await page.keyboard.press("Enter");
  await expect(sold).toHaveText("Venta 2");
  expect((await salesOf(request, shop))[0]).toMatchObject({ total: "100.01", change: "0.00" });
  expect(await stockOf(request, shop, "FE-00009")).toBe("998.000");

  await takeBack();
  await typeLine(page, "$30 bolsa");
  await expect(total).toContainText("70,09");
  await page.keyboard.press("F10");
  await expect(page.getByRole("button", { name: "Devolver la diferencia" })).toBeFocused();
  await page.keyboard.press("v");
  await page.keyboard.press("Enter");
  await expect(sold).toHaveText("Venta 3");
  const code = (await page.locator("[data-credit]:not([data-credit=''])").getAttribute("data-credit"))!;
  expect((await salesOf(request, shop))[0]).toMatchObject({ total: "-70.09", change: "0.00" });
  await page.keyboard.press("Control+p");
  const papers = () => page.evaluate(() => (window as unknown as { prints: string[] }).prints);
  await expect.poll(async () => (await papers()).length).toBe(1);
  for (const text of ["Venta 3", "bolsa", "(venta 1)", "−100,09", "70,09", `Vale ${code}`]) expect((await papers())[0]).toContain(text);

  await typeLine(page, "4");
  await page.keyboard.press("F10");
  await page.keyboard.press("v");
  await expect(page.getByLabel("Código del vale")).toBeFocused();
  await typeLine(page, "9999-9999");
  await expect(strip).toContainText("vale");
  await page.getByLabel("Código del vale").fill("");
  await typeLine(page, code.replace("-", "").toLowerCase());
  await expect(page.getByRole("list", { name: "Pagos en partes" })).toContainText("$ 70,09");
  await expect(page.getByLabel("Recibido")).toBeFocused();
  await expect(page.getByLabel("Recibido")).toHaveValue("29,95");
  await page.keyboard.press("Enter");
  await expect(sold).toHaveText("Venta 4");
  const [last] = (await ask<{ items: { id: string }[] }>(request, shop, "/ops/sales")).items;
  expect(await ask(request, shop, `/ops/sales/${last!.id}`)).toMatchObject({ total: "100.04", payments: [{ method: "store_credit", amount: "70.09" }, { method: "cash", amount: "29.95" }] });
});
