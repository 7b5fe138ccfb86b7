import type { Page } from "@playwright/test";

/**
 * Goes to a page and waits until it hears keys: React has taken hold of everything that answers to a person, and the browser has painted it.
 * Chromium drops keys that arrive before a page's first frame, whatever the page does.
 */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await held(page);
  // Told once the first frame is on the screen; frames of a script may come before that on a busy machine.
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** React has taken hold of everything that answers to a person: from now on the page's elements stay. */
export async function held(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const parts = Array.from(document.querySelectorAll("h1, main :is(a, button, input:not([type=hidden]), select, textarea)"));
    return parts.length > 0 && parts.every((part) => Object.keys(part).some((key) => key.startsWith("__reactFiber$")));
  });
}

/** The page has loaded what a link or an action led to, and hears keys. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
