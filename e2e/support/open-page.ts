import type { Page } from "@playwright/test";

/**
 * Goes to a page and waits until it hears keys: its scripts have run, and the browser has painted it.
 * Chromium drops keys that arrive before a page's first frame, whatever the page does.
 */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
