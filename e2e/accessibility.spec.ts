import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { openShop, signInByRequest, type E2eShop } from "./support/open-shop.ts";
import { listPages, pageNames, type AppPage } from "./support/pages.ts";
import { openStockedShop, type StockedShop } from "./support/stock-shop.ts";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const THEMES = ["light", "dark"] as const;
const WIDTHS = [{ width: 1366, height: 768 }, { width: 390, height: 844 }];

test.describe.configure({ mode: "default" });
// Axe is put into the page from outside, which the page's own policy rightly refuses.
test.use({ bypassCSP: true });

let stocked: StockedShop;
let empty: E2eShop;

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL });
  [stocked, empty] = await Promise.all([openStockedShop(request), openShop(request)]);
  await request.dispose();
});

function pageNamed(name: string): AppPage {
  return listPages(stocked).find((one) => one.name === name)!;
}

/** What is serious or critical, as "rule: element" lines; the element is what a person mends. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

for (const name of pageNames) {
  test(`axe finds nothing serious on ${name}, in both themes, wide and narrow`, async ({ page, context, baseURL }) => {
    const { path, as } = pageNamed(name);
    if (as !== "visitor") await signInByRequest(context, baseURL!, as === "owner" ? stocked : empty);
    for (const theme of THEMES) {
      await context.addCookies([{ name: "theme", value: theme, url: baseURL! }]);
      for (const size of WIDTHS) {
        await page.setViewportSize(size);
        const response = await page.goto(path);
        expect(response?.status()).toBe(200);
        await expect(page.locator("h1")).toHaveCount(1);
        expect.soft(await faultsOf(page), `${theme}, ${size.width} px`).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect.soft(overflow, `${theme}, ${size.width} px: the page scrolls sideways`).toBe(0);
      }
    }
  });
}
