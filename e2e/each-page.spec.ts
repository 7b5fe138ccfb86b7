import { expect, test, type Page } from "@playwright/test";
import type axeCore from "axe-core";
import { findFaults, type KnownFrame } from "./support/find-faults.ts";
import { openShop, signInByRequest } from "./support/open-shop.ts";
import { held, openPage } from "./support/open-page.ts";
import { listPages, pageNames, type AppPage } from "./support/pages.ts";
import { openStockedShop, type StockedShop } from "./support/stock-shop.ts";
import { weighLoad, type Load } from "./support/weigh-load.ts";

// What every page of the product keeps: it can be used by everybody, in both themes, wide and narrow; it never scrolls sideways; and what it loads is within its budget.

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
/** Who looks has signed in once and goes from page to page, as people do: the browser keeps the scripts that all pages share. */
let visits: Record<AppPage["as"], Page>;
/** What each of them has seen of the frame around the pages, in sound order: it is judged where it is new. */
const frames: Record<AppPage["as"], KnownFrame> = { visitor: new Map(), owner: new Map(), newcomer: new Map() };

test.beforeAll(async ({ playwright, browser, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL });
  const [owner, newcomer] = await Promise.all([openStockedShop(request), openShop(request)]);
  await request.dispose();
  const visit = async (who: typeof newcomer | null) => {
    const context = await browser.newContext({ baseURL, bypassCSP: true, reducedMotion: "reduce" });
    if (who !== null) await signInByRequest(context, baseURL!, who);
    return context.newPage();
  };
  stocked = owner;
  visits = { visitor: await visit(null), owner: await visit(owner), newcomer: await visit(newcomer) };
});

test.afterAll(async () => {
  await Promise.all(Object.values(visits).map((page) => page.context().close()));
});

function pageNamed(name: string): AppPage {
  return listPages(stocked).find((one) => one.name === name)!;
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
    // A page of 23,000 elements has a tab of its own: in one that had shown eighty others it took 40 s, in a new one 6.
    const page = name === "api-docs" ? await visits[as].context().newPage() : visits[as];
    const weighed = weighLoad(page);
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await held(page);
    await expect(page.locator("h1")).toHaveCount(1);
    const load = await weighed();
    // A page that sends its reader on (to where a new shop begins) is weighed as itself.
    if (new URL(page.url()).pathname === path) judgeLoad(path, load);
    if (name === "api-docs") await keepFirstOfMany(page);
    const { access, overflow } = await findFaults(page, frames[as]);
    for (const [where, faults] of Object.entries(access)) expect.soft(faults, where).toEqual([]);
    for (const [where, pixels] of Object.entries(overflow)) expect.soft(pixels, `${where}: the page scrolls sideways`).toBe(0);
  });
}

test("control: axe finds what has no name, what is faint in one theme alone, at one width alone, or in one theme at one width", async ({ page }) => {
  await openPage(page, "/login");
  await page.evaluate(() => {
    const shades = ["dark", "light"].flatMap((theme) => ["min", "max"].map((edge) => `@media (${edge}-width: 800px) { [data-theme="${theme}"] #${theme}-${edge} { color: #888; background: #777 } }`));
    document.querySelector("main")!.insertAdjacentHTML("beforeend", `
      <button id="unnamed"></button><button id="hushed"><span>planted</span></button><p id="dark">planted</p>
      ${["dark-min", "dark-max", "light-min", "light-max"].map((id) => `<p id="${id}">planted</p>`).join("")}
      <style>[data-theme="dark"] #dark { color: #333; background: #222 } @media (max-width: 800px) { #hushed span { display: none } } ${shades.join(" ")}</style>`);
  });
  const { access } = await findFaults(page);
  const found = Object.entries(access).map(([where, faults]) => [where, faults.map((fault) => fault.replace(/^([\w-]+): .*?id="([\w-]+)".*$/s, "$1 $2")).sort()]);
  expect(Object.fromEntries(found)).toEqual({
    "light, 1366 px": ["button-name unnamed", "color-contrast light-min"],
    "light, 390 px": ["color-contrast light-max"],
    "dark, 390 px": ["button-name hushed", "button-name unnamed", "color-contrast dark", "color-contrast dark-max"],
    "dark, 1366 px": ["color-contrast dark-min"],
  });
});

test("control: of all that axe knows, what is serious or critical is asked; and of a frame that was judged, what is new on a later page", async () => {
  const page = visits.newcomer;
  const known: KnownFrame = new Map();
  const look = async (plant: string): Promise<string[]> => {
    await openPage(page, "/settings");
    await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), plant);
    const { access } = await findFaults(page, known);
    return access["dark, 390 px"]!.map((fault) => fault.split(":")[0]!).sort();
  };
  expect(await look("")).toEqual([]);
  const found = await look(`<img src="data:,"><div role="checkbox"></div><ul><p>planted</p></ul><style>[data-theme="dark"] nav * { color: #333 !important; background: #222 !important }</style>`);
  expect([...new Set(found)]).toEqual(["aria-required-attr", "aria-toggle-field-name", "color-contrast", "image-alt", "list"]);
  expect(found).toEqual(await seriousOfAll(page));
});

/** What axe finds of itself, with all that it does when nobody says anything, of a narrow page in the theme that it wears. */
async function seriousOfAll(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 390, height: 844 });
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axeCore }).axe.run();
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical").flatMap(({ id, nodes }) => nodes.map(() => id)).sort();
  });
}
