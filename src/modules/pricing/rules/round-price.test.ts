import fc from "fast-check";
import { expect, it } from "vitest";
import { big, compare } from "@/kernel/decimal.ts";
import { isRounding, roundPrice, ROUNDING_MODES, type RoundingBand } from "./round-price.ts";

const band = (step: string, ending = "0", mode: RoundingBand["mode"] = "nearest", upTo: string | null = null): RoundingBand => ({ upTo, step, ending, mode });

it("D1 rounds to a step, to an ending, up, down and to the nearest", () => {
  expect(roundPrice("1234.56", [band("10")])).toBe("1230.0000");
  expect(roundPrice("1235", [band("10")])).toBe("1240.0000");
  expect(roundPrice("1201", [band("100", "0", "up")])).toBe("1300.0000");
  expect(roundPrice("1299", [band("100", "0", "down")])).toBe("1200.0000");
  expect(roundPrice("1234", [band("100", "90", "up")])).toBe("1290.0000");
  expect(roundPrice("1291", [band("100", "90", "up")])).toBe("1390.0000");
  expect(roundPrice("1234.56", [])).toBe("1234.5600");
});

it("D1 a price goes by its band, stays within it, and never becomes free", () => {
  const bands = [band("10", "9", "up", "1000"), band("50", "0", "nearest", "10000"), band("100")];
  expect(roundPrice("432", bands)).toBe("439.0000");
  expect(roundPrice("1000", bands)).toBe("1000.0000");
  expect(roundPrice("1010", bands)).toBe("1000.0000");
  expect(roundPrice("12345", bands)).toBe("12300.0000");
  expect(roundPrice("0.40", [band("10")])).toBe("10.0000");
  expect(roundPrice("0", [band("10")])).toBe("0.0000");
});

const hundredths = (most: number) => fc.integer({ min: 1, max: most }).map((n) => (n / 100).toFixed(2));
const bandsOf = fc
  .array(fc.record({ upTo: hundredths(1_000_000), step: hundredths(100_000), part: fc.integer({ min: 0, max: 99 }), mode: fc.constantFrom(...ROUNDING_MODES) }), { minLength: 1, maxLength: 4 })
  .map((drawn) => [...new Map(drawn.map((one) => [one.upTo, one])).values()].sort((a, b) => compare(a.upTo, b.upTo))
    .map(({ upTo, step, part, mode }, i, all): RoundingBand => ({ upTo: i === all.length - 1 ? null : upTo, step, ending: big(step).times(part).times("0.01").round(2, 0).toFixed(2), mode })));

/** Any price, most of them around a limit: what goes wrong goes wrong where one band ends and the next begins. */
const priceBy = (bands: readonly RoundingBand[]) => fc.oneof(
  hundredths(2_000_000),
  ...bands.flatMap(({ upTo }) => (upTo === null ? [] : [fc.integer({ min: -20_000, max: 20_000 }).map((off) => (Math.max(1, Math.round(Number(upTo) * 100) + off) / 100).toFixed(2))])),
);
const pricedBands = bandsOf.chain((bands) => fc.record({ bands: fc.constant(bands), a: priceBy(bands), b: priceBy(bands) }));

it("D1 rounding is monotone over every band", () => {
  fc.assert(fc.property(pricedBands, ({ bands, a, b }) => {
    expect(isRounding(bands)).toBe(true);
    const [low, high] = big(a).lte(b) ? [a, b] : [b, a];
    expect(compare(roundPrice(low, bands), roundPrice(high, bands))).toBeLessThanOrEqual(0);
    expect(compare(roundPrice(low, bands), "0")).toBe(1);
  }), { numRuns: 2_000 });
});

it("D1 rounding twice is rounding once", () => {
  fc.assert(fc.property(hundredths(100_000), hundredths(2_000_000), fc.constantFrom(...ROUNDING_MODES), (step, price, mode) => {
    const once = roundPrice(price, [band(step, "0", mode)]);
    expect(roundPrice(once, [band(step, "0", mode)])).toBe(once);
  }));
});

it("D1 knows bands that contradict themselves", () => {
  expect(isRounding([band("10", "9", "up", "100"), band("10", "0", "up", "50")])).toBe(false);
  expect(isRounding([band("10"), band("10", "0", "up", "50")])).toBe(false);
  expect(isRounding([band("10", "10")])).toBe(false);
});
