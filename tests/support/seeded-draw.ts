/** A number from 0 up to 1. */
export type Random = () => number;

/** Numbers that follow from a seed (mulberry32), so that a cart that fails can be made again. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function whole(random: Random, below: number): number {
  return Math.floor(random() * below);
}

export function oneOf<T>(random: Random, list: readonly T[]): T {
  return list[whole(random, list.length)]!;
}

/** More than nothing. */
export function decimal(random: Random, scale: number, most: number): string {
  const value = `${whole(random, most)}${scale === 0 ? "" : `.${String(whole(random, 10 ** scale)).padStart(scale, "0")}`}`;
  return /[1-9]/.test(value) ? value : "1";
}
