import { expect, it } from "vitest";
import { FORMAT_KEYS, formatOf, labelsPerPage, type LabelFormat } from "./formats.ts";
import { pagesFor, placeOf } from "./place-labels.ts";

/** Tenths of micrometres: tables in millimetres add up exactly. */
const exact = (mm: number): number => Math.round(mm * 10_000);

it.each(FORMAT_KEYS)("%s: labels lie within the page and never on one another, margins are even", (key) => {
  const format: LabelFormat = formatOf(key);
  const { page, label } = format;
  const places = Array.from({ length: labelsPerPage(format) }, (_, n) => placeOf(format, 1, n));
  for (const { x, y } of places) {
    expect(exact(x)).toBeGreaterThanOrEqual(0);
    expect(exact(y)).toBeGreaterThanOrEqual(0);
    expect(exact(x + label.width)).toBeLessThanOrEqual(exact(page.width));
    expect(exact(y + label.height)).toBeLessThanOrEqual(exact(page.height));
  }
  for (const [i, a] of places.entries()) {
    for (const b of places.slice(i + 1)) {
      const apart = exact(Math.abs(a.x - b.x)) >= exact(label.width) || exact(Math.abs(a.y - b.y)) >= exact(label.height);
      expect([a, b, apart]).toEqual([a, b, true]);
    }
  }
  // The makers' tables are symmetric: what is left over on the right and below equals the margins.
  const last = places.at(-1)!;
  expect(exact(page.width - last.x - label.width)).toBe(exact(format.margin.left));
  expect(exact(page.height - last.y - label.height)).toBe(exact(format.margin.top));
});

it("a partly used sheet begins at the given cell and goes on over pages", () => {
  const format = formatOf("a4-21");
  expect(placeOf(format, 5, 0)).toEqual({ page: 0, x: 7.25 + 66, y: 15.15 + 38.1 });
  expect(placeOf(format, 21, 0)).toMatchObject({ page: 0 });
  expect(placeOf(format, 21, 1)).toEqual({ page: 1, x: 7.25, y: 15.15 });
  expect([0, 1, 17, 18, 38, 39].map((labels) => pagesFor(format, 5, labels))).toEqual([0, 1, 1, 2, 2, 3]);
});
