import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type axeCore from "axe-core";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

const WIDE = { width: 1366, height: 768 };
const NARROW = { width: 390, height: 844 };

/** Rules whose verdict a theme can change. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

type Judged = "everything" | "colours of what looks different since";

/** What lives in the page between two looks at it. */
type Bench = typeof globalThis & { axe: typeof axeCore; looks: Map<Element, string> };

/**
 * What is serious or critical, as "rule: element" lines; the element is what a person mends. Found out in the page: the whole of axe's
 * answer, every node that passed included, takes longer to carry over than to work out.
 */
function faultsOf(page: Page, judged: Judged): Promise<string[]> {
  return page.evaluate(async ([whole, ofColour]) => {
    const bench = globalThis as Bench;
    const only: axeCore.RunOptions = whole ? {} : { runOnly: { type: "rule", values: ofColour } };
    const seen = bench.looks ?? new Map<Element, string>();
    bench.looks = new Map();
    const changed = new Set<Element>();
    for (const element of document.body.querySelectorAll("*")) {
      const { color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight } = getComputedStyle(element);
      const look = element.checkVisibility() ? [color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight].join() : "";
      bench.looks.set(element, look);
      if (look !== "" && look !== seen.get(element)) changed.add(element);
    }
    if (!whole && changed.size === 0) return [];
    const outermost = [...changed].filter(({ parentElement }) => parentElement === null || !changed.has(parentElement));
    const { violations } = await bench.axe.run(whole ? document : { include: outermost }, { ...only, resultTypes: ["violations"] });
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical").flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ""}`));
  }, [judged === "everything", OF_COLOUR] as const);
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
export async function findFaults(page: Page): Promise<Faults> {
  await page.addScriptTag({ content: axe });
  const access: Faults["access"] = {};
  const overflow: Faults["overflow"] = {};
  const steps = [["light", WIDE, "everything"], ["light", NARROW, "colours of what looks different since"], ["dark", NARROW, "everything"], ["dark", WIDE, "colours of what looks different since"]] as const;
  for (const [theme, size, judged] of steps) {
    await wear(page, theme, size);
    access[`${theme}, ${size.width} px`] = await faultsOf(page, judged);
    overflow[`${size.width} px`] = await overflowOf(page);
  }
  return { access, overflow };
}
