import { gzipSync } from "node:zlib";
import { expect, test, type Page } from "@playwright/test";
import { holdBeforeCamera } from "./support/hold-before-camera.ts";
import { openPage } from "./support/open-page.ts";
import { openShop, signInByRequest } from "./support/open-shop.ts";
import { openStockedShop } from "./support/stock-shop.ts";

// The phone's camera: frames of a label through the reader that browsers without their own get, and what is said where there is no picture.

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function openCount(page: Page): Promise<void> {
  await openPage(page, "/stock/counts/new");
  await page.getByRole("combobox", { name: "Qué contar" }).focus();
  await page.keyboard.type("Lo que");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: /Conteo N\.º 2/ })).toBeVisible();
}

/** What came for the camera: addresses, and KiB as gzip 9 sends them. */
function listenForReader(page: Page): { kib: () => Promise<{ script: number; program: number }>; foreign: string[]; programs: string[] } {
  const bodies: Promise<[kind: "script" | "program", kib: number]>[] = [];
  const [foreign, programs]: [string[], string[]] = [[], []];
  page.on("request", (request) => {
    if (!/^(http:\/\/127\.0\.0\.1|blob:|data:)/.test(request.url())) foreign.push(request.url());
  });
  page.on("response", (response) => {
    const isProgram = response.url().endsWith(".wasm");
    if (isProgram) programs.push(response.url());
    if (isProgram || response.url().endsWith(".js")) bodies.push(response.body().then((body) => [isProgram ? "program" : "script", gzipSync(body, { level: 9 }).length / 1024]));
  });
  const sum = (all: Awaited<(typeof bodies)[number]>[], kind: string): number => all.reduce((total, [one, kib]) => total + (one === kind ? kib : 0), 0);
  return { foreign, programs, kib: () => Promise.all(bodies).then((all) => ({ script: sum(all, "script"), program: sum(all, "program") })) };
}

test("E3 counting by the phone's camera: a label is read from its picture, once while it is held, and kept with its number", async ({ browser, baseURL }, info) => {
  const context = await browser.newContext({ baseURL: baseURL!, ...PHONE });
  const page = await context.newPage();
  await holdBeforeCamera(page, "7791234500017");
  const shop = await openStockedShop(page.request);
  await signInByRequest(context, baseURL!, shop);
  await openCount(page);
  expect(await page.evaluate(() => "BarcodeDetector" in globalThis), "this browser reads codes itself: the test proves less").toBe(false);
  const heard = listenForReader(page);
  await page.getByRole("button", { name: "Usar cámara" }).tap();
  await expect(page.getByText("Leído: 7791234500017")).toBeVisible();
  const counted = page.getByRole("textbox", { name: "Contado" });
  await expect(page.locator("form").getByText("Cinta métrica 5 m")).toBeVisible();
  await expect(counted).toBeFocused();
  // The label is still there, a dozen looks later: it was counted once, and its number waits to be typed.
  const frames = () => page.locator("video").evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames);
  const before = await frames();
  await expect.poll(frames).toBeGreaterThan(before + 30);
  await expect(counted).toHaveValue("");
  await page.screenshot({ path: info.outputPath("reading.png") });
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: /Cinta métrica/ })).toContainText("2");
  await expect(page.getByRole("button", { name: "Cerrar la cámara" })).toBeVisible();
  const { script, program } = await heard.kib();
  console.log(`camera: ${script.toFixed(1)} KiB script, ${program.toFixed(1)} KiB program, after the tap alone`);
  expect(heard.foreign).toEqual([]);
  expect(heard.programs).toHaveLength(1);
  await context.close();
});

test("E3 without a picture the camera says why where it was asked; a page may not run WebAssembly, its reader may", async ({ browser, baseURL }, info) => {
  const context = await browser.newContext({ baseURL: baseURL!, ...PHONE });
  const page = await context.newPage();
  const shop = await openShop(page.request);
  await signInByRequest(context, baseURL!, shop);
  const say = async (words: RegExp, picture: string): Promise<void> => {
    await openPage(page, "/products/new");
    await page.getByRole("button", { name: "Usar cámara" }).tap();
    await expect(page.getByRole("dialog").getByRole("alert")).toHaveText(words);
    await page.screenshot({ path: info.outputPath(`${picture}.png`) });
  };
  const refuse = (name: string | null): Promise<unknown> =>
    page.addInitScript((given) => {
      const mediaDevices = given === null ? undefined : { getUserMedia: () => Promise.reject(new DOMException("", given)) };
      Object.defineProperty(navigator, "mediaDevices", { configurable: true, value: mediaDevices });
    }, name);
  await refuse("NotAllowedError");
  await say(/No hay permiso para usar la cámara/, "refused");
  await refuse("NotFoundError");
  await say(/No encontramos una cámara/, "missing");
  await refuse(null);
  await say(/solo en páginas https/, "insecure");
  const policies = await page.evaluate(async () => {
    const own = await fetch(location.href);
    const script = await fetch(document.querySelector<HTMLScriptElement>("script[src]")!.src);
    const runs = await WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])).then(() => true, () => false);
    return { page: own.headers.get("content-security-policy"), thread: script.headers.get("content-security-policy"), runs };
  });
  expect(policies.page).not.toContain("wasm");
  expect(policies.thread).toBe("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
  expect(policies.runs).toBe(false);
  await context.close();
});
