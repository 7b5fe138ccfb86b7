import { expect, test, type Page } from "@playwright/test";
import { newEmail, openShop, PASSWORD, signInByRequest } from "./support/open-shop.ts";

// Matrix G on the forms: what a person can paste is kept as it is or refused in words, runs nowhere, and breaks nothing.

const PASTED: readonly string[] = [
  "<script>document.title='owned'</script>", "\"><img src=x onerror=\"document.title='owned'\">", "'; DROP TABLE product; --", "{{7*7}} ${7*7} %s%n",
  "=HYPERLINK(\"http://x\")", "\u202egnp.exe", "Z\u0351\u036b\u0343a\u0321l\u0327g\u0321o\u0321", "\u{1f469}\u200d\u{1f469}\u200d\u{1f467} kiosco", "nul\u0000nul", "田中さん ﷽", "x".repeat(400),
];

/** What the page says when something of ours broke. */
async function expectSound(page: Page, what: string): Promise<void> {
  expect([what, await page.title()]).toEqual([what, expect.not.stringContaining("owned")]);
  await expect(page.locator("body"), what).not.toContainText(/Application error|Internal Server Error|digest/i);
}

test.beforeEach(({ page }) => {
  page.on("response", (response) => expect([response.url(), response.status() < 500]).toEqual([response.url(), true]));
  page.on("dialog", (dialog) => expect(dialog.message()).toBe("no dialog"));
});

test("sign-up", async ({ page }) => {
  test.setTimeout(120_000);
  for (const text of PASTED) {
    await page.context().clearCookies();
    await page.goto("/signup");
    await page.locator("[name=tenantName]").fill(text);
    await page.locator("[name=name]").fill(text);
    await page.locator("[name=email]").fill(newEmail());
    await page.locator("[name=password]").fill(PASSWORD);
    await page.getByRole("checkbox").check();
    await page.locator("form button[type=submit]").last().click();
    await expect(page.locator("#tenantName-error").or(page.locator("#name-error")).or(page.getByRole("heading", { level: 1, name: "Productos" })).first(), text).toBeVisible();
    await expectSound(page, text);
  }
});

test("sign-in", async ({ page }) => {
  for (const text of PASTED) {
    await page.goto("/login");
    await page.locator("[name=email]").fill(text);
    await page.locator("[name=password]").fill(text);
    await page.locator("form button[type=submit]").last().click();
    await expect(page.locator("[role=alert], #email-error").first(), text).toBeVisible();
    await expect(page).toHaveURL(/\/login/);
    await expectSound(page, text);
  }
});

test("product", async ({ page, context, baseURL, request }) => {
  test.setTimeout(120_000);
  await signInByRequest(context, baseURL!, await openShop(request));
  for (const text of PASTED) {
    await page.goto("/products/new");
    await page.locator("[name=name]").fill(text);
    await page.locator("[name=salePrice]").fill("100");
    await page.locator("form button[type=submit]").last().click();
    await expect(page.locator("#name-error").or(page.getByRole("heading", { level: 1, name: text.replace(/\s+/g, " ").trim(), exact: true })).first(), text.slice(0, 40)).toBeVisible();
    await expectSound(page, text);
  }
  await page.goto("/products");
  await expectSound(page, "the list");
  for (const price of ["1e309", "-1", "NaN", "1,2,3", "abc", "9".repeat(30)]) {
    await page.goto("/products/new");
    await page.locator("[name=name]").fill("Codo");
    await page.locator("[name=salePrice]").fill(price);
    await page.locator("form button[type=submit]").last().click();
    await expect(page.locator("#salePrice-error"), price).toBeVisible();
    await expect(page.locator("[name=salePrice]"), price).toHaveValue(price);
  }
});
