import { expect, test } from "@playwright/test";
import { openCounter, salesOf, typeLine } from "./support/counter.ts";

test("3.6 I2 on account the counter says what is owed, since when and how far it may go", async ({ page, request, baseURL }) => {
  const { shop } = await openCounter(page, request, baseURL!);
  const headers = { authorization: `Bearer ${shop.accessToken}` };
  expect((await request.post("/api/v1/ops/customers", { headers, data: { name: "Ana López", creditLimit: "300" } })).status()).toBe(201);
  const sold = page.locator("[data-sale]:not([data-sale=''])");
  const pickAna = async (): Promise<void> => {
    await typeLine(page, "@ana");
    await expect(page.getByRole("list", { name: "Clientes encontrados" }).getByRole("button").first()).toContainText("Ana López");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("complementary")).toContainText("Ana López");
    await page.keyboard.press("F10");
    await page.keyboard.press("f");
  };
  await typeLine(page, "2*6");
  await pickAna();
  await page.keyboard.press("Enter");
  await expect(sold).toHaveText("Venta 1");
  await typeLine(page, "7");
  await pickAna();
  const panel = page.getByRole("complementary");
  await expect(panel).toContainText("Debe$ 200,12");
  await expect(panel).toContainText("La deuda más vieja");
  await expect(panel).toContainText("Límite$ 300,00");
  await expect(panel).toContainText("Con esta venta$ 300,19");
  // The owner may go beyond it; a seller would be asked for somebody else's PIN.
  await page.keyboard.press("Enter");
  await expect(sold).toHaveText("Venta 2");
  expect(await salesOf(request, shop)).toMatchObject([{ total: "100.07" }, { total: "200.12" }]);
});
