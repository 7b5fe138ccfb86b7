import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";

/** KiB as they come over the network: gzip 9 for scripts and styles, fonts as they are. */
export interface Load {
  script: number;
  style: number;
  font: number;
}

const KINDS: readonly (readonly [string, keyof Load])[] = [[".js", "script"], [".css", "style"], [".woff2", "font"]];

/** A chunk has its content in its name: what it weighs is found out once, and what is known is not fetched from the browser again. */
const weights = new Map<string, number>();

async function weigh(response: Response, kind: keyof Load, address: string): Promise<number> {
  const known = weights.get(address);
  if (known !== undefined) return known;
  const body = await response.body();
  const weight = kind === "font" ? body.length : gzipSync(body, { level: 9 }).length;
  weights.set(address, weight);
  return weight;
}

/** No further script within this time: the page has what it needs. (A page that listens to its server is never idle.) */
const QUIET_MS = 500;

/** Listens from before the page is opened; what the browser kept from a page before counts as what comes. The answer waits until nothing more does. */
export function weighLoad(page: Page): () => Promise<Load> {
  const load: Load = { script: 0, style: 0, font: 0 };
  const reading: Promise<void>[] = [];
  let last = Date.now();
  const listen = (response: Response): void => {
    const { pathname } = new URL(response.url());
    const kind = KINDS.find(([ending]) => pathname.endsWith(ending))?.[1];
    // What a link on the page fetches ahead is not needed for this page.
    if (!kind || response.request().headers()["purpose"] === "prefetch") return;
    last = Date.now();
    // What was loaded for a page that sent its reader on cannot be read any more, and is not this page's.
    reading.push(weigh(response, kind, pathname).then((weight) => { load[kind] += weight / 1024; }, () => undefined));
  };
  page.on("response", listen);
  return async () => {
    while (Date.now() - last < QUIET_MS) await page.waitForTimeout(100);
    page.off("response", listen);
    await Promise.all(reading);
    return load;
  };
}
