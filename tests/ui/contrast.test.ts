import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("src/app/globals.css", "utf8");

type Tokens = Readonly<Record<string, string>>;

const light = tokensOf(/^:root \{([^}]*)\}/m);
const dark = { ...light, ...tokensOf(/^:root\[data-theme="dark"\] \{([^}]*)\}/m) };

function tokensOf(block: RegExp): Tokens {
  const body = block.exec(css)?.[1];
  if (!body) throw new Error(`globals.css has no block ${block.source}`);
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]));
}

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

const GROUNDS = ["paper", "surface", "sunken"] as const;
const MEANINGS = ["positive", "negative", "warning", "info"] as const;

/** Foreground, background, least ratio. 7 for running text, 4.5 for any text, 3 for edges of controls (1.4.11). */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...GROUNDS.flatMap((ground) => [
    ["ink", ground, 7] as const,
    ["ink-2", ground, 7] as const,
    ["ink-3", ground, 4.5] as const,
    ["line-strong", ground, 3] as const,
    ["accent-edge", ground, 3] as const,
    ["accent-text", ground, 4.5] as const,
    ...MEANINGS.map((meaning) => [meaning, ground, 4.5] as const),
  ]),
  ...MEANINGS.flatMap((meaning) => [[meaning, `${meaning}-soft`, 4.5] as const, ["ink", `${meaning}-soft`, 7] as const]),
  ["ink", "accent-soft", 7],
  ["ink-2", "accent-soft", 4.5],
  ["accent-edge", "accent-soft", 3],
  ["accent-text", "accent-soft", 4.5],
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-hover", 4.5],
  ["on-negative", "negative", 4.5],
  ["on-marker", "marker", 7],
];

describe.each([
  ["light", light],
  ["dark", dark],
])("%s", (_theme, tokens: Tokens) => {
  it.each(PAIRS)("%s on %s is at least %d", (front, back, least) => {
    expect(tokens[front], front).toBeDefined();
    expect(tokens[back], back).toBeDefined();
    expect(contrast(tokens[front]!, tokens[back]!)).toBeGreaterThanOrEqual(least);
  });
});

it("measures as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

it("has the same dark for those who chose it and for those whose device did", () => {
  const system = /prefers-color-scheme: dark\) \{\s*:root\[data-theme="system"\] \{([^}]*)\}/.exec(css)?.[1];
  const chosen = /^:root\[data-theme="dark"\] \{([^}]*)\}/m.exec(css)?.[1];
  const lines = (block = ""): string[] => block.split("\n").map((line) => line.trim()).filter(Boolean);
  expect(lines(system)).toEqual(lines(chosen));
});
