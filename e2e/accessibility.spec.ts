import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { openShop, signInByRequest, type E2eShop } from "./support/open-shop.ts";
import { openPage } from "./support/open-page.ts";
import { listPages, pageNames, type AppPage } from "./support/pages.ts";
import { openStockedShop, type StockedShop } from "./support/stock-shop.ts";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const THEMES = ["light", "dark"] as const;
const WIDTHS = [{ width: 1366, height: 768 }, { width: 390, height: 844 }];

test.describe.configure({ mode: "default" });
// Axe is put into the page from outside, which the page's own policy rightly refuses.
// Without motion a theme is worn at once: contrast is not measured half way between two colours.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: "reduce" } });

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

/** Rules whose verdict a theme can change: the second theme asks only these. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** What is serious or critical, as "rule: element" lines; the element is what a person mends. */
async function faultsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  const { violations } = await page.evaluate(
    (only) => (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(only ? { runOnly: { type: "rule", values: only } } : {}),
    rules,
  );
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ""}`));
}

/** As the theme's switch does: the attribute alone, without a new page. Colours are settled two frames later. */
async function wear(page: Page, theme: (typeof THEMES)[number]): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset["theme"] = name;
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, theme);
}

for (const name of pageNames) {
  test(`axe finds nothing serious on ${name}, in both themes, wide and narrow`, async ({ page, context, baseURL }) => {
    // The one page that grows with every operation of the API.
    if (name === "api-docs") test.slow();
    const { path, as } = pageNamed(name);
    if (as !== "visitor") await signInByRequest(context, baseURL!, as === "owner" ? stocked : empty);
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.locator("h1")).toHaveCount(1);
    await page.evaluate(axe);
    for (const size of WIDTHS) {
      await page.setViewportSize(size);
      for (const theme of THEMES) {
        await wear(page, theme);
        expect.soft(await faultsOf(page, theme === "light" ? undefined : OF_COLOUR), `${theme}, ${size.width} px`).toEqual([]);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(overflow, `${size.width} px: the page scrolls sideways`).toBe(0);
    }
  });
}

test("control: axe finds an unnamed button, and grey on grey in the dark alone", async ({ page }) => {
  await openPage(page, "/login");
  await page.evaluate(axe);
  await page.evaluate(() => {
    document.querySelector("main")!.insertAdjacentHTML("beforeend", '<button id="unnamed"></button><p id="faint">planted</p><style>[data-theme="dark"] #faint { color: #333; background: #222 }</style>');
  });
  await wear(page, "light");
  expect((await faultsOf(page)).map((fault) => fault.split(":")[0])).toEqual(["button-name"]);
  await wear(page, "dark");
  expect((await faultsOf(page, OF_COLOUR)).map((fault) => fault.split(":")[0])).toEqual(["color-contrast"]);
});
