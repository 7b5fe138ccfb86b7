import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type axeCore from "axe-core";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

const WIDE = { width: 1366, height: 768 };
const NARROW = { width: 390, height: 844 };

/** Rules whose verdict a theme can change. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

type Judged = "everything" | "colours of what looks different since";

/** What axe knows of its rules: each says beforehand how grave its verdict is. */
type Rules = { _audit: { tagExclude: string[]; rules: { id: string; impact: string; enabled: boolean; tags: string[] }[] } };

/** What lives in the page between two looks at it. */
type Bench = typeof globalThis & { axe: typeof axeCore & Rules; looks: Map<Element, string> };

/**
 * The frame's parts (what stands outside main) that pages before were judged with, by theme and width: how they look, and their HTML. One map
 * for pages of one person.
 */
export type KnownFrame = Map<string, Set<string>>;

/** A part of the frame is the whole of it or small: what is larger is known by its parts. */
const PART_LENGTH = 2_000;

/**
 * What is serious or critical, as "rule: element" lines; the element is what a person mends. Found out in the page: the whole of axe's
 * answer, every node that passed included, takes longer to carry over than to work out. Rules of less weight are not asked, and what axe
 * would write down of each element that is sound is not written. A part of the frame that was judged on a page before, at this width in
 * this theme, is not judged again.
 */
async function faultsOf(page: Page, judged: Judged, known: Set<string>): Promise<string[]> {
  const { faults, parts } = await page.evaluate(async ([whole, ofColour, before, longest]) => {
    const bench = globalThis as Bench;
    const { rules, tagExclude } = bench.axe._audit;
    const grave = rules.filter(({ impact, enabled, tags }) => enabled && (impact === "serious" || impact === "critical") && !tags.some((tag) => tagExclude.includes(tag))).map(({ id }) => id);
    const seen = bench.looks ?? new Map<Element, string>();
    bench.looks = new Map();
    const changed = new Set<Element>();
    const [old, fresh, skipped] = [new Set(before), new Set<string>(), new Set<Element>()];
    for (const element of document.body.querySelectorAll("*")) {
      const { color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight } = getComputedStyle(element);
      // Of a text's size and weight its contrast asks only whether it is large (WCAG 1.4.3: 18 points, or 14 and bold).
      const isLarge = Number.parseFloat(fontSize) >= 24 || (Number.parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700);
      const look = element.checkVisibility() ? [color, backgroundColor, backgroundImage, opacity, isLarge].join() : "";
      bench.looks.set(element, look);
      const { parentElement: parent, outerHTML } = element;
      const isPart = element.closest("main") === null && outerHTML.length < longest;
      const part = `${look} ${outerHTML}`;
      if (isPart) fresh.add(part);
      if ((isPart && old.has(part)) || (parent !== null && skipped.has(parent))) skipped.add(element);
      else if (look !== "" && look !== seen.get(element)) changed.add(element);
    }
    if (!whole && changed.size === 0) return { faults: [], parts: [...fresh] };
    const outermost = (all: ReadonlySet<Element>) => [...all].filter(({ parentElement }) => parentElement === null || !all.has(parentElement));
    bench.axe.configure({ noHtml: true });
    const { violations } = await bench.axe.run({ include: whole ? [document.documentElement] : outermost(changed), exclude: outermost(skipped) }, {
      runOnly: { type: "rule", values: whole ? grave : ofColour }, resultTypes: ["violations"], selectors: false, elementRef: true,
    });
    return { faults: violations.flatMap(({ id, nodes }) => nodes.map(({ element, any }) => `${id}: ${element!.outerHTML.slice(0, 200)} ${any[0]?.message ?? ""}`)), parts: [...fresh] };
  }, [judged === "everything", OF_COLOUR, [...known], PART_LENGTH] as const);
  for (const part of parts) known.add(part);
  return faults;
}

/** As the theme's switch does: the attribute alone, without a new page. Colours and places are settled two frames later. */
async function wear(page: Page, theme: "light" | "dark", size: typeof WIDE): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate((name) => {
    document.documentElement.dataset["theme"] = name;
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, theme);
}

const overflowOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export interface Faults {
  /** By theme and width. */
  access: Record<string, string[]>;
  /** By width: how far the page scrolls sideways, in pixels. */
  overflow: Record<string, number>;
}

/**
 * A page that was opened, in both themes, wide and narrow. Every rule judges everything at both widths, in one theme each. In the other
 * theme the colours are judged of what the width shows, hides or paints otherwise: what looks the same at both widths was judged in this
 * theme at the other one. So every element is judged in each theme wherever it looks different.
 */
export async function findFaults(page: Page, known: KnownFrame = new Map()): Promise<Faults> {
  await page.addScriptTag({ content: axe });
  const access: Faults["access"] = {};
  const overflow: Faults["overflow"] = {};
  const steps = [["light", WIDE, "everything"], ["light", NARROW, "colours of what looks different since"], ["dark", NARROW, "everything"], ["dark", WIDE, "colours of what looks different since"]] as const;
  for (const [theme, size, judged] of steps) {
    const where = `${theme}, ${size.width} px`;
    await wear(page, theme, size);
    const frame = known.get(where) ?? new Set();
    known.set(where, frame);
    access[where] = await faultsOf(page, judged, frame);
    overflow[`${size.width} px`] = await overflowOf(page);
  }
  return { access, overflow };
}
