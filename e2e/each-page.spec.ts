import { readFileSync } from "node:fs";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { openShop, signInByRequest } from "./support/open-shop.ts";
import { openPage } from "./support/open-page.ts";
import { listPages, pageNames, type AppPage } from "./support/pages.ts";
import { openStockedShop, type StockedShop } from "./support/stock-shop.ts";
import { weighLoad, type Load } from "./support/weigh-load.ts";

// What every page of the product keeps: it can be used by everybody, in both themes, wide and narrow; it never scrolls sideways; and what it loads is within its budget.

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const THEMES = ["light", "dark"] as const;
const WIDTHS = [{ width: 1366, height: 768 }, { width: 390, height: 844 }];

test.describe.configure({ mode: "default" });
// Axe is put into the page from outside, which the page's own policy rightly refuses.
// Without motion a theme is worn at once: contrast is not measured half way between two colours.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: "reduce" } });

/** First-load JavaScript in KiB (UX.md §6.2), by the beginning of the address; the first that fits counts. */
const BUDGETS: readonly (readonly [RegExp, number])[] = [
  [/^\/(login|signup|terms)/, 150],
  [/^\/pos$/, 210],
  [/^\/products\/import/, 250],
  [/^\/(products|sales)$/, 235],
  [/^\//, 225],
];
const CSS_BUDGET = 25;
const FONT_BUDGET = 120;

let stocked: StockedShop;
/** Who looks has signed in once, and keeps the scripts that all pages share. */
let visits: Record<AppPage["as"], BrowserContext>;

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL });
  const [owner, newcomer] = await Promise.all([openStockedShop(request), openShop(request)]);
  await request.dispose();
  const visit = async (who: typeof newcomer | null) => {
    const context = await browser.newContext({ baseURL, bypassCSP: true, reducedMotion: "reduce" });
    if (who !== null) await signInByRequest(context, baseURL!, who);
    return context;
  };
  stocked = owner;
  visits = { visitor: await visit(null), owner: await visit(owner), newcomer: await visit(newcomer) };
});

test.afterAll(async () => {
  await Promise.all(Object.values(visits).map((context) => context.close()));
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

/** The page of the API's description says the same of every operation: the first four stand for the others, each of which costs axe a second. */
async function keepFirstOfMany(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const [i, one] of document.querySelectorAll("main details").entries()) if (i > 3) one.remove();
    for (const one of document.querySelectorAll("main section:not(:has(details))")) one.remove();
  });
}

function judgeLoad(path: string, { script, style, font }: Load): void {
  const budget = BUDGETS.find(([pattern]) => pattern.test(path))![1];
  console.log(`${path.replace(/[\da-f-]{36}/, "[id]").padEnd(36)} ${script.toFixed(1).padStart(7)} of ${budget} KiB script  ${style.toFixed(1).padStart(5)} style  ${font.toFixed(1).padStart(6)} font`);
  expect.soft(script, "comes with its scripts").toBeGreaterThan(100);
  expect.soft(script, "JavaScript, KiB").toBeLessThanOrEqual(budget);
  expect.soft(style, "CSS, KiB").toBeLessThanOrEqual(CSS_BUDGET);
  expect.soft(font, "fonts, KiB").toBeLessThanOrEqual(FONT_BUDGET);
}

for (const name of pageNames) {
  test(`axe finds nothing serious on ${name}, in both themes, wide and narrow; its first load is within its budget`, async () => {
    const { path, as } = pageNamed(name);
    const page = await visits[as].newPage();
    const weighed = weighLoad(page);
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.locator("h1")).toHaveCount(1);
    const load = await weighed();
    // A page that sends its reader on (to where a new shop begins) is weighed as itself.
    if (new URL(page.url()).pathname === path) judgeLoad(path, load);
    await page.evaluate(axe);
    if (name === "api-docs") await keepFirstOfMany(page);
    for (const size of WIDTHS) {
      await page.setViewportSize(size);
      for (const theme of THEMES) {
        await wear(page, theme);
        expect.soft(await faultsOf(page, theme === "light" ? undefined : OF_COLOUR), `${theme}, ${size.width} px`).toEqual([]);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(overflow, `${size.width} px: the page scrolls sideways`).toBe(0);
    }
    await page.close();
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
