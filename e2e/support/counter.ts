import { expect, type APIRequestContext, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { openShop, signInByRequest, type E2eShop } from "./open-shop.ts";
import { plantProducts, productId } from "./plant-products.ts";

export const FEW = 60;

export interface Counter {
  shop: E2eShop;
  entry: Locator;
  rows: Locator;
  strip: Locator;
  total: Locator;
}

/** A shop with products, and its counter open and ready to scan. */
export async function openCounter(page: Page, request: APIRequestContext, baseURL: string, products = FEW): Promise<Counter> {
  const shop = await openShop(request, "Ferretería San Martín");
  await plantProducts(shop.tenant.id, products);
  await signInByRequest(page.context(), baseURL, shop);
  await page.goto("/pos");
  await ready(page);
  return partsOf(page, shop);
}

export function partsOf(page: Page, shop: E2eShop): Counter {
  return {
    shop,
    entry: page.locator("#counter-entry"),
    rows: page.locator("[data-line]"),
    strip: page.getByTestId("strip"),
    total: page.getByTestId("total"),
  };
}

/** The page is alive and the catalogue is in memory. */
export async function ready(page: Page): Promise<void> {
  await page.locator("[data-ready][data-catalogue=ready]").waitFor({ timeout: 30_000 });
}

/** As a person types: slower than any scanner, so no burst. */
export async function typeLine(page: Page, text: string, end = "Enter"): Promise<void> {
  await page.keyboard.type(text, { delay: 45 });
  await page.waitForTimeout(45);
  await page.keyboard.press(end);
}

/**
 * As a scanner types: real key events whose time stamps are 5 ms apart, all handed to the browser at once, so that a busy machine
 * cannot turn a scan into typing.
 */
export async function scan(page: Page, code: string, ends: readonly ("Enter" | "Tab")[] = ["Enter"]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const from = Date.now() / 1_000;
  const keys = [...[...code].map((sign) => ({ key: sign, text: sign })), ...ends.map((key) => ({ key, text: key === "Enter" ? "\r" : "" }))];
  await Promise.all(
    keys.flatMap(({ key, text }, i) => {
      const timestamp = from + i * 0.005;
      const codes: Record<string, number> = { Enter: 13, Tab: 9 };
      const windowsVirtualKeyCode = codes[key] ?? key.toUpperCase().charCodeAt(0);
      return [
        session.send("Input.dispatchKeyEvent", { type: text === "" ? "rawKeyDown" : "keyDown", key, text, timestamp, windowsVirtualKeyCode }),
        session.send("Input.dispatchKeyEvent", { type: "keyUp", key, timestamp, windowsVirtualKeyCode }),
      ];
    }),
  );
  await session.detach();
}

/** What the shop's API says, as another program would ask it. */
export async function ask<T>(request: APIRequestContext, { accessToken }: E2eShop, path: string): Promise<T> {
  const response = await request.get(`/api/v1${path}`, { headers: { authorization: `Bearer ${accessToken}` } });
  expect(response.status()).toBe(200);
  return (await response.json()) as T;
}

export async function salesOf(request: APIRequestContext, shop: E2eShop): Promise<{ total: string; change: string; lineCount: number }[]> {
  return (await ask<{ items: { total: string; change: string; lineCount: number }[] }>(request, shop, "/ops/sales")).items;
}

export async function stockOf(request: APIRequestContext, shop: E2eShop, sku: string): Promise<string> {
  const levels = await ask<{ items: { onHand: string }[] }>(request, shop, `/ops/stock/levels?productId=${await productId(shop.tenant.id, sku)}`);
  return levels.items[0]!.onHand;
}

/** Stands for the printer's dialogue: keeps what would have gone on paper. */
export async function catchPrints(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const prints: string[] = [];
    Object.assign(window, { prints, print: () => prints.push(document.querySelector<HTMLElement>("[data-paper]")?.innerText ?? "") });
  });
}
