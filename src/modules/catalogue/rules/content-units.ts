/** What a measure is compared in on shelves, and how many of it make one: 500 g are 0.5 kg. As decimal strings. */
export const MEASURES = {
  g: { base: "kg", perBase: "1000" },
  kg: { base: "kg", perBase: "1" },
  ml: { base: "l", perBase: "1000" },
  l: { base: "l", perBase: "1" },
  cm: { base: "m", perBase: "100" },
  m: { base: "m", perBase: "1" },
  m2: { base: "m2", perBase: "1" },
  m3: { base: "m3", perBase: "1" },
  u: { base: "u", perBase: "1" },
} as const satisfies Record<string, { base: string; perBase: string }>;

export type Measure = keyof typeof MEASURES;
export type BaseMeasure = (typeof MEASURES)[Measure]["base"];

export const MEASURE_CODES = Object.keys(MEASURES) as readonly Measure[];
