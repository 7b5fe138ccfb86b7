import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium, expect, test, type Browser, type Page } from "@playwright/test";
import { chromiumArguments } from "../scripts/suite/find-program.ts";
import { ask, openCounter, ready, typeLine } from "./support/counter.ts";
import { signInByRequest, type E2eShop } from "./support/open-shop.ts";

interface OwnBrowser {
  process: ChildProcess;
  browser: Browser;
  page: Page;
}

/** A browser with a folder of its own, as a till has one, and a process that can be killed. */
async function startBrowser(folder: string): Promise<OwnBrowser> {
  const args = [...chromiumArguments(), "--headless", "--no-first-run", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "about:blank"];
  // A group of its own: its renderers and its storage go with it.
  const program = spawn(process.env["PLAYWRIGHT_CHROMIUM_PATH"]!, args, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  let address: string | undefined;
  for await (const line of createInterface(program.stderr)) if ((address = /DevTools listening on (ws:\S+)/.exec(line)?.[1])) break;
  program.stderr.resume();
  const browser = await chromium.connectOverCDP(address!);
  const context = browser.contexts()[0]!;
  return { process: program, browser, page: context.pages()[0] ?? (await context.newPage()) };
}

async function startTill(folder: string, baseURL: string, shop: E2eShop): Promise<OwnBrowser> {
  const own = await startBrowser(folder);
  await signInByRequest(own.page.context(), baseURL, shop);
  await own.page.goto(`${baseURL}/pos`);
  await ready(own.page);
  return own;
}

/** A till has stood for hours: what it is called is on its disk. Browsers write that down seconds later, or when they are closed. */
async function nameTill(folder: string, baseURL: string, shop: E2eShop): Promise<void> {
  const { process: program, browser, page } = await startBrowser(folder);
  await page.goto(`${baseURL}/login`);
  await page.evaluate(([key, id]) => localStorage.setItem(key!, id!), [`counter.device.${shop.tenant.slug}`, randomUUID()]);
  const gone = once(program, "exit");
  await browser.newBrowserCDPSession().then((session) => session.send("Browser.close")).catch(() => undefined);
  await gone;
}

async function kill({ process: program }: OwnBrowser): Promise<void> {
  const gone = once(program, "exit");
  process.kill(-program.pid!, "SIGKILL");
  await gone;
}

test("3.7 a browser killed between the taking of a ticket and its drawing: the ticket stands aside at that till when it comes back, and is sold once", async ({ page, request, baseURL }) => {
  const { shop, strip } = await openCounter(page, request, baseURL!);
  const folder = mkdtempSync(join(tmpdir(), "killed-till-"));
  const tabs = (till: Page) => till.getByRole("list", { name: "Tickets abiertos" }).getByRole("button");
  try {
    await nameTill(folder, baseURL!, shop);
    await typeLine(page, "2*4");
    await page.keyboard.press("F8");
    await expect(strip).toContainText("Ticket en espera");
    const till = await startTill(folder, baseURL!, shop);
    await expect(tabs(till.page)).toHaveCount(1);
    let hear = (): void => undefined;
    const answered = new Promise<void>((resolve) => (hear = resolve));
    // Listening before the key is pressed: a key that is quicker takes the ticket and draws it.
    await till.page.route("**/take", async (route) => {
      await route.fetch();
      hear();
    });
    await till.page.keyboard.press("Alt+1");
    await answered;
    await kill(till);
    expect(await ask(request, shop, "/ops/held-tickets")).toMatchObject({ items: [] });

    const again = await startTill(folder, baseURL!, shop);
    await expect(tabs(again.page)).toHaveCount(1);
    await again.page.keyboard.press("Alt+1");
    await expect(again.page.locator("[data-line]")).toHaveCount(1);
    await again.page.keyboard.press("Control+Enter");
    await expect(again.page.locator("[data-sale]:not([data-sale=''])")).toHaveText("Venta 1");
    expect(await ask(request, shop, "/ops/sales")).toMatchObject({ items: [{ number: 1, total: "200.08" }] });
    await kill(again);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
