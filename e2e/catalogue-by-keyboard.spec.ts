import { expect, test, type Page } from "@playwright/test";
import { partsOf, ready, typeLine } from "./support/counter.ts";
import { keepScreen } from "./support/keep-screen.ts";
import { openPage, settled } from "./support/open-page.ts";
import { openShop, signInByRequest, type E2eShop } from "./support/open-shop.ts";
import { tabTo } from "./support/tab-to.ts";

const B = "/api/v1/back-office";

async function enter(page: Page, baseURL: string) {
  const shop = await openShop(page.request, "Ferretería El Yunque");
  await signInByRequest(page.context(), baseURL, shop);
  const call = async <T = { id: string }>(method: "GET" | "POST" | "PUT" | "PATCH", path: string, data?: object): Promise<T> => {
    const answer = await page.request.fetch(path, { method, ...(data ? { data } : {}), headers: { authorization: `Bearer ${shop.accessToken}` } });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  };
  return { shop, call };
}

interface Found {
  id: string;
  name: string;
  salePrice: string;
}

const listOf = async (page: Page, shop: E2eShop, q: string): Promise<Found[]> => {
  const answer = await page.request.get(`/api/v1/ops/products?q=${encodeURIComponent(q)}`, { headers: { authorization: `Bearer ${shop.accessToken}` } });
  return ((await answer.json()) as { items: Found[] }).items;
};

test("C1 D2 a product by keyboard with all that it may say: cost in dollars, target, box with its own code, own fields", async ({ page, baseURL }) => {
  const { call } = await enter(page, baseURL!);
  await call("POST", `${B}/exchange-rates`, { currency: "USD", onDate: "2026-11-20", rate: "1480" });
  const [material, imported] = [crypto.randomUUID(), crypto.randomUUID()];
  await call("PUT", `${B}/custom-fields`, { fields: [{ id: material, name: "Material", kind: "choice", options: ["acero", "latón"] }, { id: imported, name: "Importado", kind: "yes_no", options: [] }] });
  await openPage(page, "/products/new");
  await page.keyboard.type("7791234500017");
  await tabTo(page, page.getByRole("button", { name: "Agregar otro código" }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Código de barras 2")).toBeFocused();
  await page.keyboard.type("17791234500014");
  await page.keyboard.press("Tab");
  await page.keyboard.type("12");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Caja");
  await tabTo(page, page.getByLabel("Nombre", { exact: true }));
  await page.keyboard.type("Llave esférica 1/2\"");
  await page.keyboard.press("Tab");
  await page.keyboard.type("12000");
  await page.keyboard.press("Tab");
  await page.keyboard.type("4,5");
  await tabTo(page, page.getByLabel("Moneda del costo"));
  await page.keyboard.type("USD");
  await expect(page.getByText(/= \$\s6\.660,00/)).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.type("45");
  await expect(page.getByText(/No llega al 45\s% que buscás: con \$\s14\.652,00 lo alcanza/)).toBeVisible();
  await tabTo(page, page.locator("summary", { hasText: "Más datos" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Marca", { exact: false }));
  await page.keyboard.type("Genebre");
  await tabTo(page, page.getByLabel("Palabras clave", { exact: false }));
  await page.keyboard.type("gas, oferta");
  await tabTo(page, page.getByLabel("Material", { exact: true }));
  await page.keyboard.type("lat");
  await page.keyboard.press("Tab");
  await page.keyboard.type("S");
  await keepScreen(page, "products-new.by-keyboard");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("heading", { level: 1, name: "Llave esférica 1/2\"" })).toBeVisible();
  await expect(page.getByLabel("Moneda del costo")).toHaveValue("USD");
  const id = page.url().split("/").pop()!;
  expect(await call("GET", `/api/v1/ops/products/${id}`)).toMatchObject({
    costPrice: "4.50", costCurrency: "USD", homeCost: "6660.00", targetMargin: "45.00", brand: "Genebre", tags: ["gas", "oferta"], customFields: { [material]: "latón", [imported]: "true" },
    packs: [{ code: "7791234500017", packSize: "1.000" }, { code: "17791234500014", packSize: "12.000", unit: "box" }],
  });

  // What was said of it is what lists can be narrowed to.
  await call("POST", `${B}/products`, { name: "Otra cosa" });
  for (const only of [`brand=Genebre`, "only=tag:gas", `only=field:${material}:${encodeURIComponent("latón")}`]) {
    await openPage(page, `/products?${only}`);
    await expect(page.locator("a[data-row-link]")).toHaveCount(1);
  }
});

test("C1 D3 six variants by keyboard: made by measure, one more joins, all priced at once, one sold", async ({ page, baseURL }) => {
  const { shop, call } = await enter(page, baseURL!);
  await call("POST", `${B}/products`, { name: "Valvula vieja de 3", sku: "VV3", salePrice: "9000" });
  await openPage(page, "/products/variants/new");
  await page.keyboard.type("Llave esférica");
  await tabTo(page, page.getByLabel("Valores de Medida"));
  await page.keyboard.type("1\"; 1/2\"; 3/4\"; 2\"; 1 1/4\"; 1 1/2\"");
  await tabTo(page, page.getByLabel("Precio de todas"));
  await page.keyboard.type("2400");
  await tabTo(page, page.getByLabel("Stock de 1/2\""));
  await page.keyboard.type("30");
  await keepScreen(page, "products-variants-new.by-keyboard");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("heading", { level: 1, name: "Llave esférica" })).toBeVisible();
  const measures = page.locator("tbody tr td:first-child");
  await expect(measures).toHaveText([/^1\/2"/, /^3\/4"/, /^1"/, /^1 1\/4"/, /^1 1\/2"/, /^2"/]);

  await settled(page);
  await tabTo(page, page.locator("summary", { hasText: "Sumar un producto que ya tenés" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Producto", { exact: true }));
  await page.keyboard.type("VV3");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Medida", { exact: true })).toBeFocused();
  await page.keyboard.type("3\"");
  await page.keyboard.press("Enter");
  await expect(measures).toHaveText([/^1\/2"/, /^3\/4"/, /^1"/, /^1 1\/4"/, /^1 1\/2"/, /^2"/, /^3"/]);

  await openPage(page, "/prices");
  await page.keyboard.type("10");
  await tabTo(page, page.getByLabel("Nombre o código"));
  await page.keyboard.type("llave esferica");
  await expect(page.getByRole("status").filter({ hasText: "6 precios cambian" })).toBeVisible();
  // One of them by hand, another left as it is.
  const row = page.getByRole("row", { name: /Llave esférica 2"/ });
  await tabTo(page, row.getByRole("button", { name: /Poner otro precio/ }));
  await page.keyboard.press("Enter");
  await page.keyboard.type("2999");
  await page.keyboard.press("Enter");
  await expect(row).toContainText("2.999,00");
  await expect(page.getByText("Pusiste 1 precio a mano")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Sacar Llave esférica 1\"", exact: true }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "5 precios cambian" })).toBeVisible();
  await keepScreen(page, "prices.typed-by-hand");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Aplicado", { exact: true })).toBeVisible();
  const priced = new Map((await listOf(page, shop, "llave esferica")).map(({ name, salePrice }) => [name, salePrice]));
  expect([priced.get("Llave esférica 1/2\""), priced.get("Llave esférica 1\""), priced.get("Llave esférica 2\"")]).toEqual(["2640.00", "2400.00", "2999.00"]);

  await page.goto("/pos");
  await ready(page);
  await typeLine(page, "llave esferica 1/2");
  const { total } = partsOf(page, shop);
  await expect(total).toContainText("2.640");
});

test("C5 two that are one are merged, parted again, and others told apart, by keyboard alone", async ({ page, baseURL }) => {
  const { shop, call } = await enter(page, baseURL!);
  for (const data of [{ name: "Codo 90 PVC", salePrice: "900" }, { name: "PVC codo 90", initialStock: "4", barcodes: ["7791234500024"] }, { name: "Teflón rollo 3/4", salePrice: "700" }, { name: "Teflon rollo 3/4\"", salePrice: "720" }]) await call("POST", `${B}/products`, data);
  await openPage(page, "/products/duplicates");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Comparar y unir" })).toBeVisible();
  await settled(page);
  // The other one stays, under the name that was chosen.
  const stays = page.locator("tbody tr").first().locator("strong");
  const name = (await stays.textContent())!;
  await page.keyboard.press("i");
  await expect(stays).not.toHaveText(name);
  await keepScreen(page, "products-duplicates-compare.turned");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText(`Unimos los productos en ${name}.`)).toBeVisible();
  await openPage(page, "/products/duplicates");
  await tabTo(page, page.getByRole("button", { name: /Deshacer la unión de/ }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Deshicimos la unión.")).toBeVisible();
  await expect(page.locator("tbody tr")).toHaveCount(2);
  expect((await listOf(page, shop, "codo")).length).toBe(2);
  const apart = page.getByRole("button", { name: /Tefl.n rollo.*no son el mismo/ });
  await tabTo(page, apart);
  await page.keyboard.press("Enter");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await openPage(page, "/products/duplicates");
  await expect(page.locator("tbody tr")).toHaveCount(1);
});

test("D3 a change waits for its time and is undone by slice after a later one: what was changed since is shown and stays, unless chosen", async ({ page, baseURL }) => {
  const { call } = await enter(page, baseURL!);
  for (const [name, brand] of [["Amoladora", "Bosch"], ["Taladro", "Bosch"], ["Martillo", "Stanley"]]) await call("POST", `${B}/products`, { name, brand, salePrice: "1000" });
  const pricesNow = async () => Object.fromEntries((await call<{ items: Found[] }>("GET", "/api/v1/ops/products")).items.map(({ name, salePrice }) => [name, salePrice]));

  // By keyboard for next year, and called off.
  await openPage(page, "/prices");
  await page.keyboard.type("50");
  await expect(page.getByRole("status").filter({ hasText: "quedan afuera por los límites" })).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("10");
  await tabTo(page, page.getByLabel("Cuándo"));
  await page.keyboard.type("En");
  const at = page.getByLabel("Fecha y hora", { exact: true });
  await tabTo(page, at);
  // The same in every order of day and month; "a" where the engine asks for the half of the day.
  await page.keyboard.type("02022027");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("0800a");
  await expect(at).toHaveValue("2027-02-02T08:00");
  await expect(page.getByRole("button", { name: /Programar 3 productos/ })).not.toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Programado", { exact: true })).toBeVisible();
  await keepScreen(page, "prices-changes-one.scheduled");
  await settled(page);
  await tabTo(page, page.getByRole("button", { name: "Cancelar este cambio" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Cancelado", { exact: true })).toBeVisible();
  expect(await pricesNow()).toEqual({ Amoladora: "1000.00", Taladro: "1000.00", Martillo: "1000.00" });

  // In a moment: nobody presses anything, and it is applied.
  const { id } = await call("POST", `${B}/prices/changes`, { scope: {}, rule: { kind: "percent", value: "10" }, runAt: new Date(Date.now() + 1_500).toISOString() });
  await expect.poll(pricesNow).toEqual({ Amoladora: "1100.00", Taladro: "1100.00", Martillo: "1100.00" });
  await call("POST", `${B}/prices/changes`, { scope: { q: "Amoladora" }, rule: { kind: "percent", value: "10" } });
  await expect.poll(pricesNow).toMatchObject({ Amoladora: "1210.00" });

  await openPage(page, `/prices/changes/${id}`);
  await expect(page.getByRole("link", { name: /Cambiados después 1/ })).toBeVisible();
  await tabTo(page, page.getByLabel("Marca", { exact: true }));
  await page.keyboard.type("Bosch");
  await tabTo(page, page.getByRole("button", { name: "Deshacer esta parte" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Deshecho en parte", { exact: true })).toBeVisible();
  expect(await pricesNow()).toEqual({ Amoladora: "1210.00", Taladro: "1000.00", Martillo: "1100.00" });
  await settled(page);
  await keepScreen(page, "prices-changes-one.partly-undone");
  await tabTo(page, page.getByLabel("También los que alguien cambió después"));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Deshacer esta parte" }));
  await page.keyboard.press("Enter");
  await expect.poll(pricesNow).toEqual({ Amoladora: "1000.00", Taladro: "1000.00", Martillo: "1100.00" });
});
