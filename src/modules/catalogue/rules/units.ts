/** What products are counted in; `fractional` ones are sold by weight, length, area or volume. Labels: messages, products.units. */
export const UNITS = {
  u: { fractional: false },
  kg: { fractional: true },
  g: { fractional: true },
  m: { fractional: true },
  cm: { fractional: true },
  m2: { fractional: true },
  m3: { fractional: true },
  l: { fractional: true },
  ml: { fractional: true },
  box: { fractional: false },
  pack: { fractional: false },
  pair: { fractional: false },
  roll: { fractional: false },
} as const satisfies Record<string, { fractional: boolean }>;

export type Unit = keyof typeof UNITS;

export const UNIT_CODES = Object.keys(UNITS) as readonly Unit[];

export function isUnit(text: string): text is Unit {
  return Object.hasOwn(UNITS, text);
}

/** Whether 0.5 of it can be sold; of an unknown unit it cannot. */
export function isFractional(unit: string): boolean {
  return isUnit(unit) && UNITS[unit].fractional;
}
