import { isGtin } from "@/kernel/barcode.ts";

const LONGEST_GAP_MS = 35;
const FEWEST_KEYS = 6;

/** Tells a scanner from fingers: six or more printable keys, none more than 35 ms after the one before (UX measurements of wedge scanners). */
export class BurstWatch {
  #last = 0;
  #keys = 0;

  /** Call for each printable key; answers whether the keys so far are a burst. */
  key(atMs: number): boolean {
    this.#keys = atMs - this.#last <= LONGEST_GAP_MS ? this.#keys + 1 : 1;
    this.#last = atMs;
    return this.#keys >= FEWEST_KEYS;
  }

  reset(): void {
    this.#keys = 0;
  }
}

/** Eight or more digits with a right check digit were scanned or pasted, they are not a quantity or a price. */
export function looksLikeBarcode(text: string): boolean {
  const digits = text.trim();
  return digits.length >= 8 && isGtin(digits);
}
