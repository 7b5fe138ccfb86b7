import type { CounterCore } from "./counter-core.ts";

export const ENTRY_ID = "counter-entry";
/** While a scanner is in use on glass, the keyboard on the screen stays away. */
const SCANNER_IN_USE_MS = 5 * 60_000;

export function entryElement(): HTMLInputElement | null {
  return document.getElementById(ENTRY_ID) as HTMLInputElement | null;
}

export function isScannerInUse(core: CounterCore): boolean {
  const { scannerSeenAt } = core.store.getState();
  return scannerSeenAt !== null && Date.now() - scannerSeenAt < SCANNER_IN_USE_MS;
}

/** Gives the entry field the focus. On glass only when asked to, or when a scanner types: else the screen keyboard would pop up at each tap. */
export function focusEntry(core: CounterCore, asked = false): void {
  const onGlass = window.matchMedia("(pointer: coarse)").matches;
  if (onGlass && !asked && !isScannerInUse(core)) return;
  entryElement()?.focus({ preventScroll: true });
}
