/** Units sold by weight, length, area or volume. Everything else is counted: nobody sells 0.5 of a hammer. */
const FRACTIONAL: readonly string[] = ["kg", "g", "m", "cm", "m2", "m3", "l", "ml"];

export function isFractionalUnit(unit: string): boolean {
  return FRACTIONAL.includes(unit);
}
