// npm run screens [name]   remakes docs/screens/*.png (or those whose name begins so): every page and the counter at work, at a desk and on a phone, in both themes, on the production build
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, request, type Browser } from "@playwright/test";
import { ready } from "../e2e/support/counter.ts";
import { openPage } from "../e2e/support/open-page.ts";
import { openShop, signInByRequest, type E2eShop } from "../e2e/support/open-shop.ts";
import { listPages, type AppPage } from "../e2e/support/pages.ts";
import { openStockedShop, type StockedShop } from "../e2e/support/stock-shop.ts";
import { build } from "./boot/build.mjs";
import { COUNTER_SCENES } from "./screens/counter-scenes.ts";
import { shrinkPng } from "./screens/shrink-png.ts";
import { chromiumArguments, findChromium } from "./suite/find-program.ts";
import { serveBuild } from "./suite/serve-build.ts";

const FOLDER = "docs/screens";
const SIZES = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;
const THEMES = ["light", "dark"] as const;

/** The others are kept by journeys (e2e/support/keep-screen.ts). */
const MADE_HERE = /\.(desk|phone)\.(light|dark)\.png$/;

const [beginning = ""] = process.argv.slice(2);
const wanted = (name: string): boolean => name.startsWith(beginning);

interface Sitting {
  browser: Browser;
  url: string;
  stocked: StockedShop;
  empty: E2eShop;
}

async function openShops(url: string): Promise<{ stocked: StockedShop; empty: E2eShop }> {
  const client = await request.newContext({ baseURL: url });
  const stocked = await openStockedShop(client);
  const empty = await openShop(client, "Kiosco La Esquina");
  await client.dispose();
  return { stocked, empty };
}

/** One person at one device in one theme: opens their pages and, where they have goods, sells. Answers the bytes written. */
async function photograph({ browser, url, stocked, empty }: Sitting, as: AppPage["as"], device: keyof typeof SIZES, theme: (typeof THEMES)[number]): Promise<number> {
  const context = await browser.newContext({ baseURL: url, viewport: SIZES[device], hasTouch: device === "phone", isMobile: device === "phone", locale: "es-AR", timezoneId: "America/Argentina/Buenos_Aires", reducedMotion: "reduce" });
  if (as !== "visitor") await signInByRequest(context, url, as === "owner" ? stocked : empty);
  await context.addCookies([{ name: "theme", value: theme, url }]);
  const page = await context.newPage();
  let bytes = 0;
  const keep = async (name: string): Promise<void> => {
    await page.evaluate(() => document.fonts.ready);
    const picture = shrinkPng(await page.screenshot({ animations: "disabled", caret: "hide" }));
    writeFileSync(join(FOLDER, `${name}.${device}.${theme}.png`), picture);
    bytes += picture.length;
  };
  for (const { name, path } of listPages(stocked).filter((one) => one.as === as && wanted(one.name))) {
    await openPage(page, path);
    // The counter fetches its catalogue after it is alive, in its own time.
    if (path === "/pos") await ready(page);
    await keep(name);
  }
  if (as === "owner" && COUNTER_SCENES.some(({ name }) => wanted(name))) {
    await page.goto("/pos");
    await ready(page);
    for (const { name, play } of COUNTER_SCENES) {
      await play(page);
      if (wanted(name)) await keep(name);
    }
  }
  await context.close();
  return bytes;
}

mkdirSync(FOLDER, { recursive: true });
for (const old of readdirSync(FOLDER)) if (MADE_HERE.test(old) && wanted(old)) rmSync(join(FOLDER, old));
await build();
const shop = await serveBuild();
const browser = await chromium.launch({ executablePath: findChromium(chromium.executablePath()), args: chromiumArguments() });
try {
  const sitting = { browser, url: shop.url, ...(await openShops(shop.url)) };
  let bytes = 0;
  for (const as of ["visitor", "owner", "newcomer"] as const) {
    for (const device of ["desk", "phone"] as const) {
      for (const theme of THEMES) bytes += await photograph(sitting, as, device, theme);
    }
  }
  console.log(`${readdirSync(FOLDER).length} screens in ${FOLDER}, ${(bytes / 1024 / 1024).toFixed(1)} MB`);
} finally {
  await browser.close();
  await shop.stop();
}
