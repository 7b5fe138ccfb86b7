import { expect, test, type Locator, type Page } from "@playwright/test";
import { openPage } from "./support/open-page.ts";
import { signInByRequest } from "./support/open-shop.ts";
import { listPages } from "./support/pages.ts";
import { openStockedShop, type StockedShop } from "./support/stock-shop.ts";

// Matrix G on every form that people fill in, in the browser: taken or refused in words, nothing typed is lost, nothing of it comes alive.

/** Fields of people, such as are typed into; a secret is never sent back. */
const FIELDS = "input:is([type=text], [type=search], [type=email], [type=tel], [type=url], [type=password], :not([type])), textarea";
const SENTENCES = '[role=alert], [role=status]:not(:empty), [aria-invalid=true], [aria-live=polite] li, [aria-live=polite] > div';

/** One field after the other gets the next of them; the second round starts elsewhere in the list. */
const TEXTS: readonly string[] = [
  "<img src=x onerror=\"document.documentElement.id='alive'\"><b>", "'; DROP TABLE product; --", "\u202egnp.exe \u{1f469}\u200d\u{1f469}\u200d\u{1f467} é", "=HYPERLINK(\"javascript:alert(1)\")",
  "1e309", "-0,00", "../../etc/passwd", "nul\u0000 bell\u0007", "half\ud800", "{{7*7}}${7*7}%s%n", "a".repeat(3_000), "1.23.4", " ", "zero\u200bwidth\ufeff",
];
const ROUNDS = [0, 7];
/** Every form gets one of them in the suite, neighbours the other; BAD_INPUT=all gives both to each. */
const GIVES_ALL = process.env["BAD_INPUT"] === "all";
const PARTS = 4;
/** Opens another shop, where its owner is from then on: the pages that follow would not be found, so it comes last of all. */
const LEADS_AWAY = "/shops/new";

let stocked: StockedShop;

test.describe.configure({ mode: "default", timeout: 300_000 });

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL });
  stocked = await openStockedShop(request);
  await request.dispose();
});

/** What went wrong where, as a person would tell it. */
interface Faults {
  /** The form that is being tried. */
  where: string;
  told: string[];
  forms: number;
}

function watch(page: Page, faults: Faults): void {
  const tell = (what: string): number => faults.told.push(`${faults.where}: ${what}`);
  page.on("response", (answer) => answer.status() >= 500 && tell(`${answer.status()} ${answer.request().method()} ${new URL(answer.url()).pathname}`));
  page.on("pageerror", (error) => tell(error.message));
  page.on("dialog", (dialog) => (dialog.type() === "beforeunload" ? dialog.accept() : (tell(`a ${dialog.type()} box`), dialog.dismiss())));
}

const typedInto = (fields: Locator): Promise<string[]> => fields.evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));

const formsOf = (page: Page): Locator => page.locator("main form").filter({ has: page.locator(FIELDS) });

/** Fills and sends one form of a page that was just opened; answers what went wrong, as a sentence, or nothing. */
async function sendForm(page: Page, place: number, round: number): Promise<string> {
  const form = formsOf(page).nth(place);
  const fields = form.locator(FIELDS).filter({ visible: true });
  const given = await fields.count();
  const editable = await fields.evaluateAll((all) => all.map((field) => field.matches(":read-write")));
  for (let i = 0; i < given; i += 1) if (editable[i] === true) await fields.nth(i).fill(TEXTS[(i + round + place) % TEXTS.length]!, { timeout: 3_000 }).catch(() => undefined);
  const typed = await typedInto(fields);
  const address = page.url();
  const isSearch = (await form.getAttribute("role")) === "search";
  await form.evaluate((element) => (element as HTMLFormElement).requestSubmit());
  // What is asked of a list may lead to the same address: the answer is the list, in a page that came or in this one.
  if (isSearch) await page.waitForTimeout(700).then(() => expect(page.locator("h1")).toHaveCount(1));
  else await page.waitForFunction(([start, sentences]) => location.href !== start || document.querySelector(sentences!) !== null, [address, SENTENCES] as const, { timeout: 20_000, polling: 100 });
  if ((await page.locator("html#alive, img[src='x']").count()) > 0) return "what was typed came alive";
  if (isSearch) return "";
  if (page.url() !== address || (await page.locator("[aria-invalid=true], main [role=alert]").count()) === 0) return "";
  const secret = await fields.evaluateAll((all) => all.map((field) => (field as HTMLInputElement).type === "password"));
  const kept = await typedInto(fields);
  const lost = typed.filter((text, i) => !secret[i] && text.trim() !== "" && kept[i] !== text);
  return lost.length > 0 ? `refused, and lost ${lost.map((text) => JSON.stringify(text.slice(0, 30))).join(", ")}` : "";
}

/** Whatever form a page has is in what the server sends: a page without one is not opened in the browser. */
async function hasForm({ request }: Page, path: string): Promise<boolean> {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  const text = await answer.text();
  return /<form[ >]/.test(text.slice(text.indexOf("<main")));
}

/** Every form of a page gets its texts in the page opened anew, so that none meets what the one before it did. */
async function tryPage(page: Page, path: string, faults: Faults): Promise<void> {
  let forms = 1;
  for (let place = 0; place < forms; place += 1) {
    for (const round of GIVES_ALL ? ROUNDS : [ROUNDS[(path.length + place) % 2]!]) {
      faults.where = `${path}, form ${place + 1}, round ${round}`;
      await openPage(page, path);
      forms = await formsOf(page).count();
      if (place >= forms) return;
      const fault = await sendForm(page, place, round).catch((error: unknown) => `no answer in words (${String(error).split("\n")[0]})`);
      faults.forms += 1;
      if (fault !== "") faults.told.push(`${faults.where}: ${fault}`);
    }
  }
}

for (let part = 0; part < PARTS; part += 1) {
  test(`G4 G6 G7 G8 G15 hostile texts in every form of the pages, part ${part + 1} of ${PARTS}`, async ({ context, page, baseURL }) => {
    await signInByRequest(context, baseURL!, stocked);
    const faults: Faults = { where: "", told: [], forms: 0 };
    watch(page, faults);
    const pages = listPages(stocked).filter(({ as }) => as === "owner").sort((a, b) => Number(a.path === LEADS_AWAY) - Number(b.path === LEADS_AWAY));
    for (const [i, { path }] of pages.entries()) if ((path === LEADS_AWAY ? PARTS - 1 : i % PARTS) === part && await hasForm(page, path)) await tryPage(page, path, faults);
    console.log(`${faults.forms} forms sent`);
    expect(faults.told).toEqual([]);
    expect(faults.forms).toBeGreaterThan(3);
  });
}
