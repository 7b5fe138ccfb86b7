import { expect, test, type Page } from "@playwright/test";
import { ask, openCounter, partsOf, ready, typeLine } from "./support/counter.ts";
import { signInByRequest } from "./support/open-shop.ts";
import { addSeller } from "./support/second-member.ts";

/** The tickets that stand aside, in the bar above the entry field. */
const tabs = (page: Page) => page.getByRole("list", { name: "Tickets abiertos" }).getByRole("button");

test("3.7 F3 a ticket held at one till is seen and taken at another by the keyboard, by one of two only, and one that is held without network is sent when it is back", async ({ page, browser, request, baseURL }) => {
  const { shop, rows, strip, entry } = await openCounter(page, request, baseURL!);
  const second = await browser.newContext({ baseURL: baseURL!, locale: "es-AR" });
  await signInByRequest(second, baseURL!, await addSeller(request, shop));
  const other = await second.newPage();
  await other.goto("/pos");
  await ready(other);
  const there = partsOf(other, shop);

  await typeLine(page, "2*4");
  await page.keyboard.press("F8");
  await expect(strip).toContainText("Ticket en espera");
  await expect(tabs(other)).toHaveCount(1);
  await expect(tabs(other)).toContainText("Marta Quiroga");
  await other.keyboard.press("F8");
  const list = other.getByRole("region", { name: "Tickets en espera" });
  await expect(list).toContainText("$ 200,08");
  await expect(list).toContainText("Marta Quiroga");
  await expect(there.entry).toBeFocused();
  await other.keyboard.press("Enter");
  await expect(there.rows).toHaveCount(1);
  await expect(there.total).toContainText("200,08");
  await expect(list).toBeHidden();
  await expect(there.entry).toBeFocused();
  await expect(tabs(page)).toHaveCount(0);
  await expect(strip).toContainText("Otra caja se llevó el ticket");

  await other.keyboard.press("F8");
  await expect(tabs(page)).toHaveCount(1);
  await expect(tabs(page)).toContainText("Juan Pérez");
  await Promise.all([page, other].map((till) => till.keyboard.press("Alt+1")));
  await expect.poll(async () => (await rows.count()) + (await there.rows.count())).toBe(1);
  const isHere = (await rows.count()) === 1;
  const [winner, loser] = isHere ? [page, other] : [other, page];
  await expect(loser.getByTestId("strip")).toContainText(/ya no está en espera|Otra caja se llevó/);
  await expect(tabs(loser)).toHaveCount(0);

  await winner.context().setOffline(true);
  await winner.keyboard.press("F8");
  await expect(tabs(winner)).toHaveCount(1);
  await typeLine(winner, "5");
  await winner.keyboard.press("Control+Enter");
  await expect(winner.locator("[data-sale]")).toContainText("Guardada en esta caja");
  await expect(tabs(loser)).toHaveCount(0);
  await winner.context().setOffline(false);
  await expect(tabs(loser)).toHaveCount(1);
  await expect(winner.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 1");

  await loser.keyboard.press("Alt+1");
  await expect(loser.locator("[data-line]")).toHaveCount(1);
  await loser.keyboard.press("Control+Enter");
  await expect(loser.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 2");
  await expect(tabs(winner)).toHaveCount(0);
  expect(await ask(request, shop, "/ops/held-tickets")).toMatchObject({ items: [] });
  await expect(entry).toBeAttached();
  await second.close();
});

test("3.7 a ticket that stands aside goes by a reason, and the closing of its till names those that are left", async ({ page, request, baseURL }) => {
  const { shop, strip } = await openCounter(page, request, baseURL!);
  const headers = { authorization: `Bearer ${shop.accessToken}` };
  const { id: shiftId } = (await (await request.post("/api/v1/ops/shifts", { headers, data: { float: "0" } })).json()) as { id: string };
  for (const line of ["4", "5"]) {
    await typeLine(page, line);
    await page.keyboard.press("F8");
    await expect(strip).toContainText("Ticket en espera");
  }
  await expect.poll(async () => (await ask<{ items: unknown[] }>(request, shop, "/ops/held-tickets")).items.length).toBe(2);
  await page.keyboard.press("F8");
  const list = page.getByRole("region", { name: "Tickets en espera" });
  // The newest stands first.
  await list.getByRole("button", { name: "Descartar" }).last().click();
  await expect(list.getByLabel(/Por qué se descarta/)).toBeFocused();
  await page.keyboard.type("no volvió", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(list.locator("[data-held]")).toHaveCount(1);
  await expect(page.locator("#counter-entry")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();

  await page.goto(`/cash/${shiftId}`);
  await page.getByRole("button", { name: "Cerrar la caja" }).click();
  await page.getByLabel("Efectivo contado").fill("0");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Tickets en espera" })).toContainText("$ 100,05");
  await page.getByRole("button", { name: "Cerrar la caja" }).last().click();
  await expect(page.getByText("Caja cerrada: Z N° 1")).toBeVisible();
});
