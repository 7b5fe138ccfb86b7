import { gzipSync } from "node:zlib";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { signInByRequest } from "./support/open-shop.ts";
import { listPages } from "./support/pages.ts";
import { openStockedShop } from "./support/stock-shop.ts";

/** First-load JavaScript in KiB of gzip (UX.md §6.2), by the beginning of the address; the first that fits counts. */
const BUDGETS: readonly [RegExp, number][] = [
  [/^\/(login|signup|terms)/, 150],
  [/^\/pos$/, 210],
  [/^\/products\/import/, 250],
  [/^\/(products|sales)$/, 235],
  [/^\//, 225],
];
const CSS_BUDGET = 25;
const FONT_BUDGET = 120;

interface Load {
  script: number;
  style: number;
  font: number;
}

/** A chunk has its content in its name: what it weighs is found out once. */
const weights = new Map<string, number>();

function weightOf(address: string, kind: keyof Load, body: Buffer): number {
  if (kind === "font") return body.length;
  const known = weights.get(address) ?? gzipSync(body, { level: 9 }).length;
  weights.set(address, known);
  return known;
}

/** No further script within this time: the page has what it needs. */
const QUIET_MS = 700;

/** Opens the page without any cache and weighs what came over the network until no more came. Null: it sent its reader on, to a page that is weighed itself. */
async function weigh(context: BrowserContext, path: string): Promise<Load | null> {
  const page: Page = await context.newPage();
  const browserside = await context.newCDPSession(page);
  await browserside.send("Network.setCacheDisabled", { cacheDisabled: true });
  const load: Load = { script: 0, style: 0, font: 0 };
  const reading: Promise<void>[] = [];
  let last = Date.now();
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    const kind = pathname.endsWith(".js") ? "script" : pathname.endsWith(".css") ? "style" : pathname.endsWith(".woff2") ? "font" : null;
    // What a link on the page fetches ahead is not needed for this page.
    if (kind === null || response.request().headers()["purpose"] === "prefetch") return;
    last = Date.now();
    // What was loaded for a page that sent its reader on cannot be read any more, and is not this page's.
    const read = response.body().then((body) => { load[kind] += weightOf(pathname, kind, body); }, () => undefined);
    reading.push(read);
  });
  await page.goto(path);
  while (Date.now() - last < QUIET_MS) await page.waitForTimeout(100);
  await Promise.all(reading);
  const landed = new URL(page.url()).pathname;
  await page.close();
  if (landed !== path) return null;
  return { script: load.script / 1024, style: load.style / 1024, font: load.font / 1024 };
}

/** Looked at in so many parts, each a test, that both workers have some. */
const PARTS = 4;

for (let part = 0; part < PARTS; part += 1) {
  test(`first loads stay within their budgets, part ${part + 1} of ${PARTS}`, async ({ playwright, browser, baseURL }) => {
    test.setTimeout(240_000);
    const request = await playwright.request.newContext({ baseURL });
    const shop = await openStockedShop(request);
    await request.dispose();
    const contexts = { visitor: await browser.newContext({ baseURL }), owner: await browser.newContext({ baseURL }) };
    await signInByRequest(contexts.owner, baseURL!, shop);
    const rows: string[] = [];
    for (const [i, { name, path, as }] of listPages(shop).filter((one) => one.as !== "newcomer").entries()) {
      if (i % PARTS !== part) continue;
      const weight = await weigh(contexts[as === "owner" ? "owner" : "visitor"], path);
      if (weight === null) {
        rows.push(`${name.padEnd(18)} sends its reader on`);
        continue;
      }
      const { script, style, font } = weight;
      const budget = BUDGETS.find(([pattern]) => pattern.test(path))![1];
      rows.push(`${name.padEnd(18)} ${script.toFixed(1).padStart(7)} of ${budget} KiB script  ${style.toFixed(1).padStart(5)} style  ${font.toFixed(1).padStart(6)} font`);
      expect.soft(script, `${path}: JavaScript, KiB of gzip`).toBeLessThanOrEqual(budget);
      expect.soft(style, `${path}: CSS, KiB of gzip`).toBeLessThanOrEqual(CSS_BUDGET);
      expect.soft(font, `${path}: fonts, KiB`).toBeLessThanOrEqual(FONT_BUDGET);
    }
    // Control: nearly every page was weighed as itself, and came with its scripts.
    expect(rows.filter((row) => row.includes("KiB")).length).toBeGreaterThan(12);
    expect(rows.filter((row) => / 0\.0 of /.test(row))).toEqual([]);
    console.log(rows.join("\n"));
  });
}
