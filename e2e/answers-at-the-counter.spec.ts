import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { ask, openCounter, ready, salesOf, scan, stockOf, typeLine } from "./support/counter.ts";
import { signInByRequest } from "./support/open-shop.ts";
import { plantedBarcode } from "./support/plant-products.ts";
import { addSeller } from "./support/second-member.ts";

const CODE = "7791111111110";

test("3.10 an unknown code becomes a product with A, or one more code of a known one with B, by the keyboard alone", async ({ page, request, baseURL }) => {
  const { rows, strip, entry } = await openCounter(page, request, baseURL!);
  await scan(page, CODE);
  await scan(page, "7792222222229");
  await expect(strip).toContainText("y otro más");
  await page.keyboard.press("b");
  const search = page.getByRole("textbox", { name: "Buscá el producto" });
  await expect(search).toBeFocused();
  await page.keyboard.type("FE-00007", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText("FE-00007");
  await expect(entry).toBeFocused();
  await page.getByRole("button", { name: "1 código sin resolver" }).click();
  await page.keyboard.press("a");
  await expect(page.getByLabel("Nombre", { exact: true })).toBeFocused();
  await page.keyboard.type("Pava eléctrica", { delay: 45 });
  await page.keyboard.press("Tab");
  await page.keyboard.type("25000", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText("Pava eléctrica");
  // Within 150 ms the same code is the scanner's own bounce.
  await page.waitForTimeout(250);
  await scan(page, CODE);
  await expect(rows.last()).toContainText("2 u");
});

test("3.5 a till takes a profile of keys or binds its own, and a key that is taken stays where it is", async ({ page, request, baseURL }) => {
  const { rows, strip } = await openCounter(page, request, baseURL!);
  await typeLine(page, "1");
  await page.keyboard.press("F1");
  await page.getByRole("button", { name: "Cambiar la tecla de Cantidad" }).click();
  await page.keyboard.press("F4");
  await expect(strip).toContainText("Esa tecla ya es «Precio».");
  await page.keyboard.press("Control+q");
  await expect(page.getByRole("region", { name: "Teclas de la caja" })).toContainText("Ctrl Q");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+q");
  await expect(page.getByLabel(/^Cantidad de/).first()).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("F1");
  await page.getByRole("button", { name: "Como eleventa" }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("F6");
  await expect(rows).toHaveCount(0);
  await page.keyboard.press("Alt+1");
  await expect(rows).toHaveCount(1);
  await page.reload();
  await page.locator("[data-ready][data-catalogue=ready]").waitFor();
  await expect(page.getByRole("button", { name: /^Cobrar/ })).toContainText("F12");
  await page.keyboard.press("F12");
  await expect(page.getByLabel("Recibido")).toBeFocused();
});

test("3.5 keys and the volume of sounds belong to the till: whoever signs in there finds them, the same member elsewhere does not, and silence makes no sound", async ({ page, browser, request, baseURL }) => {
  const hear = (context: BrowserContext) => context.addInitScript(() => {
    const heard: number[] = [];
    const Gain = GainNode;
    // The loudness of each tone, as it is made.
    Object.assign(window, { heard, GainNode: class extends Gain { constructor(context: BaseAudioContext, options?: GainOptions) { super(context, options); heard.push(options?.gain ?? 1); } } });
  });
  const loudest = (till: Page) => till.evaluate(() => Math.max(0, ...(window as unknown as { heard: number[] }).heard.splice(0)));
  await hear(page.context());
  const { shop, rows, strip } = await openCounter(page, request, baseURL!);
  await typeLine(page, "1");
  await expect.poll(() => loudest(page)).toBe(0.15);
  await page.getByRole("button", { name: "Sonido bajo. Cambiar" }).click();
  await expect.poll(() => loudest(page)).toBe(0.4);
  await page.getByRole("button", { name: "Sonido alto. Cambiar" }).click();
  await page.keyboard.press("F1");
  await page.getByRole("button", { name: "Cambiar la tecla de Cantidad" }).click();
  await page.keyboard.press("Control+q");
  await page.keyboard.press("Escape");

  const seller = await addSeller(request, shop);
  await page.context().clearCookies();
  await signInByRequest(page.context(), baseURL!, seller);
  await page.reload();
  await ready(page);
  await expect(page.getByRole("button", { name: "Sonido apagado. Cambiar" })).toBeVisible();
  await typeLine(page, "1");
  await expect(rows).toHaveCount(1);
  await scan(page, CODE);
  await expect(strip).toContainText("No encontramos el código");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 1");
  expect(await loudest(page)).toBe(0);
  await typeLine(page, "1");
  await page.keyboard.press("Control+q");
  await expect(page.getByLabel(/^Cantidad de/).first()).toBeFocused();

  const elsewhere = await browser.newContext({ baseURL: baseURL!, locale: "es-AR" });
  await hear(elsewhere);
  await signInByRequest(elsewhere, baseURL!, seller);
  const other = await elsewhere.newPage();
  await other.goto("/pos");
  await ready(other);
  await expect(other.getByRole("button", { name: "Sonido bajo. Cambiar" })).toBeVisible();
  await typeLine(other, "1");
  await expect.poll(() => loudest(other)).toBe(0.15);
  await other.keyboard.press("F3");
  await expect(other.getByLabel(/^Cantidad de/).first()).toBeFocused();
  await elsewhere.close();
});

test("3.6 a QR that nobody is connected to: the cashier says that it came, with a second Enter", async ({ page, request, baseURL }) => {
  const { shop, strip } = await openCounter(page, request, baseURL!);
  await scan(page, plantedBarcode(3));
  await page.keyboard.press("F10");
  await page.keyboard.press("q");
  await page.keyboard.press("Enter");
  await expect(strip).toContainText("¿Se acreditaron $ 100,03?");
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("A cobrar", { exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForTimeout(350);
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 1");
  expect(await salesOf(request, shop)).toMatchObject([{ total: "100.03", methods: ["wallet"] }]);
});

test("3.8 goods come back by the number of their sale: a scan counts one more, no more than was sold, and the money is said", async ({ page, request, baseURL }) => {
  const { shop, strip, entry } = await openCounter(page, request, baseURL!);
  await typeLine(page, "2*9");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 1");
  await page.keyboard.press("F9");
  await expect(page.getByLabel("Número de la venta")).toBeFocused();
  await typeLine(page, "7");
  await expect(strip).toContainText("No hay una venta 7.");
  await page.getByLabel("Número de la venta").fill("1");
  await page.keyboard.press("Enter");
  await expect(page.getByText("quedan 2 u")).toBeVisible();
  await scan(page, plantedBarcode(9));
  await expect(page.getByText("A devolver $ 100,09")).toBeVisible();
  await scan(page, plantedBarcode(8));
  await expect(strip).toContainText("no está en esta venta");
  await page.getByLabel("Motivo").focus();
  await page.keyboard.type("no le sirvió", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(strip).toContainText("Devolución 1: $ 100,09.");
  await expect(entry).toBeFocused();
  await typeLine(page, "#1");
  await expect(strip).toContainText("Venta 1: $ 200,18");
  expect(await stockOf(request, shop, "FE-00009")).toBe("999.000");
  const [sale] = (await ask<{ items: { id: string }[] }>(request, shop, "/ops/sales")).items;
  expect(await ask(request, shop, `/ops/sales/${sale!.id}`)).toMatchObject({ lines: [{ quantity: "2.000", returned: "1.000" }] });
});

test("3.8 a count that stands in its field is taken by the button and by the key; goods for goods of the same price are sold for nothing", async ({ page, request, baseURL }) => {
  const { shop, rows, total } = await openCounter(page, request, baseURL!);
  const number = page.locator("[data-sale]:not([data-sale=''])");
  await typeLine(page, "3*1");
  await page.keyboard.press("Control+Enter");
  await expect(number).toHaveText("Venta 1");
  const count = page.getByLabel(/^Cuánto vuelve de/);
  await page.keyboard.press("F9");
  await expect(page.getByLabel("Número de la venta")).toBeFocused();
  await typeLine(page, "1");
  await expect(count).toBeFocused();
  await scan(page, plantedBarcode(1));
  await page.getByLabel("Motivo").fill("Sobró");
  await count.fill("2");
  // The mouse leaves the focus where it is.
  await page.getByRole("button", { name: /^Devolver/ }).click();
  await expect(page.getByTestId("strip")).toContainText("200,02");
  await page.keyboard.press("F9");
  await typeLine(page, "1");
  await expect(count).toBeFocused();
  await page.keyboard.type("1", { delay: 45 });
  await page.keyboard.press("F10");
  await expect(page.locator("[data-back]")).toContainText("(venta 1)");
  await typeLine(page, "1");
  await expect(rows).toHaveCount(1);
  await expect(total).toContainText("0,00");
  await page.keyboard.press("F10");
  await expect(page.getByLabel("Recibido")).toHaveValue("0,00");
  await page.keyboard.press("Enter");
  await expect(number).toHaveText("Venta 2");
  expect((await salesOf(request, shop))[0]).toMatchObject({ total: "0.00", change: "0.00" });
});

test("3.8 what comes back without its paper is scanned: its last sales are offered, the newest first, and one of it is counted", async ({ page, request, baseURL }) => {
  const { strip, entry } = await openCounter(page, request, baseURL!);
  for (const typed of ["3*9", "9", "8"]) {
    await typeLine(page, typed);
    await page.keyboard.press("Control+Enter");
  }
  await expect(page.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 3");
  await page.keyboard.press("F9");
  await expect(page.getByLabel("Número de la venta")).toBeFocused();
  await scan(page, plantedBarcode(9));
  const offered = page.getByRole("radio");
  // Two sales, and none of them.
  await expect(offered).toHaveCount(3);
  await expect(offered.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Devolución de la venta 1" })).toBeVisible();
  await expect(page.getByText("A devolver $ 100,09")).toBeVisible();
  await page.getByLabel("Motivo").focus();
  await page.keyboard.type("sin ticket", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(strip).toContainText("Devolución 1: $ 100,09.");
  await expect(entry).toBeFocused();
});

test("3.7 3.6 a customer of two fields, a sale on account, and what they owe the next time", async ({ page, request, baseURL }) => {
  const { shop, strip } = await openCounter(page, request, baseURL!);
  await typeLine(page, "2*6");
  await page.keyboard.press("F10");
  await page.keyboard.press("f");
  await expect(strip).toContainText("elegí primero el cliente");
  await page.keyboard.press("F7");
  await expect(page.getByLabel("Nombre, teléfono o documento")).toBeFocused();
  await page.keyboard.type("Ana López", { delay: 45 });
  await expect(page.getByRole("button", { name: "Crear «Ana López»" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Teléfono", { exact: true })).toBeFocused();
  await page.keyboard.type("1155", { delay: 45 });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary")).toContainText("Ana López");
  await page.keyboard.press("F10");
  await page.keyboard.press("f");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 1");
  expect(await salesOf(request, shop)).toMatchObject([{ total: "200.12", methods: ["account"], customerName: "Ana López" }]);
  await typeLine(page, "@ana");
  await expect(page.getByText("Debe $ 200,12")).toBeVisible();
});

test("D1 3.7 a customer's own list prices their ticket, quantity breaks too, and the ticket says so; without them it costs what it costs everybody", async ({ page, request, baseURL }) => {
  const { shop, rows, strip, total, entry } = await openCounter(page, request, baseURL!);
  const post = async (path: string, data: object): Promise<{ id: string }> => {
    const made = await request.post(`/api/v1${path}`, { headers: { authorization: `Bearer ${shop.accessToken}` }, data });
    expect(made.status()).toBe(201);
    return (await made.json()) as { id: string };
  };
  const list = await post("/back-office/price-lists", { name: "Gremio", percent: "-10", breaks: [{ from: "10", percent: "-50" }] });
  await post("/ops/customers", { name: "Instalaciones López", priceListId: list.id });
  await typeLine(page, "2*5");
  await typeLine(page, "4");
  await typeLine(page, "=77");
  await expect(total).toContainText("277,10");
  await page.keyboard.press("F7");
  await expect(page.getByLabel("Nombre, teléfono o documento")).toBeFocused();
  await page.keyboard.type("lopez", { delay: 45 });
  await expect(page.getByRole("button", { name: "Instalaciones López" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(strip).toContainText("El ticket tomó la lista Gremio");
  await expect(page.getByText("Lista Gremio", { exact: true })).toBeVisible();
  await expect(entry).toBeFocused();
  // 2 at 90,045, and what was said by hand.
  await expect(total).toContainText("257,09");
  await typeLine(page, "8*5");
  await expect(rows).toHaveCount(3);
  await expect(total).toContainText("527,23");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 1");
  const [sale] = (await ask<{ items: { id: string }[] }>(request, shop, "/ops/sales")).items;
  expect(await ask(request, shop, `/ops/sales/${sale!.id}`)).toMatchObject({ total: "527.23", lines: [{ priceList: { name: "Gremio" }, quantityBreak: { percent: "-50.00" } }, { priceList: null, unitPrice: "77.00" }, { priceList: { name: "Gremio" } }] });
  await typeLine(page, "5");
  await typeLine(page, "@lópez");
  await expect(page.getByRole("button", { name: "Instalaciones López" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(total).toContainText("90,05");
  await page.keyboard.press("F7");
  await page.getByRole("button", { name: "Consumidor final" }).click();
  await expect(strip).toContainText("El ticket tomó los precios nuevos");
  await expect(total).toContainText("100,05");
});
