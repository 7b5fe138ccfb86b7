import type { Page } from "@playwright/test";
import { typeLine } from "../../e2e/support/counter.ts";

interface Scene {
  name: string;
  /** From what the scene before left to what is to be seen. */
  play: (page: Page) => Promise<void>;
}

const seen = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).filter({ visible: true }).first().waitFor();
const focused = (page: Page, label: string): Promise<void> => page.getByLabel(label).and(page.locator(":focus")).waitFor();

/** Esc takes back one thing at a time; once more than there is does nothing. */
async function leave(page: Page): Promise<void> {
  for (let i = 0; i < 3; i += 1) {
    await page.keyboard.press("Escape");
    await page.waitForTimeout(100);
  }
}

async function ring(page: Page, lines: readonly string[]): Promise<void> {
  for (const line of lines) await typeLine(page, line);
}

/** A cashier's hour on the goods of the stocked shop (e2e/support/stock-shop.ts), by the keyboard: what a page that was only opened does not show. */
export const COUNTER_SCENES: readonly Scene[] = [
  {
    name: "pos-ticket",
    play: async (page) => {
      await ring(page, ["7790895000218", "2*MED-005", "6*LIJ-220", "1,35*CLA-002", "12,5*CAB-025", "10%"]);
      await page.locator("[data-line]").nth(4).waitFor();
    },
  },
  {
    name: "pos-search",
    play: async (page) => {
      await page.keyboard.type("ca", { delay: 45 });
      await page.getByRole("listbox").waitFor();
    },
  },
  {
    name: "pos-customers",
    play: async (page) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("F7");
      await page.keyboard.type("mar", { delay: 45 });
      await seen(page, "11 5555-0101");
    },
  },
  {
    name: "pos-customer",
    play: async (page) => {
      await page.keyboard.press("Enter");
      await page.getByLabel("Nombre, teléfono o documento").waitFor({ state: "hidden" });
    },
  },
  {
    name: "pos-held",
    play: async (page) => {
      await page.keyboard.press("F8");
      await page.locator("[data-line]").first().waitFor({ state: "detached" });
      await page.keyboard.press("F8");
      await page.getByRole("region", { name: "Tickets en espera" }).waitFor();
    },
  },
  {
    name: "pos-payment",
    play: async (page) => {
      await page.keyboard.press("Alt+1");
      await page.locator("[data-line]").first().waitFor();
      await page.keyboard.press("F10");
      await focused(page, "Recibido");
    },
  },
  {
    name: "pos-payment-split",
    play: async (page) => {
      await page.keyboard.type("10000", { delay: 45 });
      await page.keyboard.press("d");
      await page.getByRole("list", { name: "Pagos en partes" }).waitFor();
    },
  },
  {
    name: "pos-change",
    play: async (page) => {
      await page.keyboard.type("50000", { delay: 90 });
      await seen(page, /17\.060,50/);
      await page.waitForTimeout(350);
      await page.keyboard.press("Enter");
      await seen(page, /¿Se acreditaron/);
      // The second Enter is another one than the scanner's line feed.
      await page.waitForTimeout(350);
      await page.keyboard.press("Enter");
      await page.locator("[data-sale]:not([data-sale=''])").waitFor();
    },
  },
  {
    name: "pos-return",
    play: async (page) => {
      const sale = (await page.locator("[data-sale]").innerText()).replace(/\D+/g, "");
      await page.keyboard.press("F9");
      await focused(page, "Número de la venta");
      await typeLine(page, sale);
      await seen(page, /quedan/);
      await page.keyboard.type("1");
      await seen(page, /A devolver/);
    },
  },
  {
    name: "pos-unknown",
    play: async (page) => {
      await leave(page);
      await ring(page, ["LLA-010", "7791112223334"]);
      await seen(page, /7791112223334/);
    },
  },
  {
    name: "pos-help",
    play: async (page) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("F1");
      await page.getByRole("region", { name: "Teclas de la caja" }).waitFor();
    },
  },
];
