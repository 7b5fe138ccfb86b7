/** A key as the browser reports it; `at` in milliseconds of one clock. */
export interface KeyPress {
  key: string;
  at: number;
  /** The key is held down: a keyboard repeats faster than some scanners send. */
  repeat?: boolean;
}

export interface ScanSettings {
  /** Longest pause between two keys of one scan. */
  gapMs: number;
  minKeys: number;
  /** A scan without suffix ends with this much silence. */
  silenceMs: number;
}

export const SCAN_SETTINGS: ScanSettings = { gapMs: 35, minKeys: 6, silenceMs: 60 };

export interface ScanState {
  text: string;
  startedAt: number;
  lastAt: number;
}

export type ScanSignal =
  /** A key that may start a scan: the place where it lands is worth remembering. */
  | { kind: "start" }
  /** So many keys, so fast: whatever they did to a field is to be taken back. */
  | { kind: "scan"; code: string; end: "Enter" | "Tab" | "silence" }
  /** Digits arrived as the symbols above them: the scanner thinks that the keyboard is of another language. */
  | { kind: "wrongLayout"; end: "Enter" | "Tab" | "silence" }
  | null;

export const NO_SCAN: ScanState = { text: "", startedAt: 0, lastAt: 0 };

/** Keys that scanners send around capitals, and keyboards around accents: no part of a code and no end of it. */
const NOISE: readonly string[] = ["Shift", "Control", "Alt", "AltGraph", "CapsLock", "NumLock", "Dead", "Meta", "Unidentified"];
const SYMBOL_ROW = /^[!"·#$%&/()='^*@¿?¡|°+~{}[\]]+$/;

/** Feeds one key press. Pure: the state is handed in and out. */
export function feedKey(state: ScanState, press: KeyPress, settings: ScanSettings = SCAN_SETTINGS): { state: ScanState; signal: ScanSignal } {
  if (press.repeat) return { state: NO_SCAN, signal: null };
  if (NOISE.includes(press.key)) return { state, signal: null };
  const joins = state.text !== "" && press.at - state.lastAt <= settings.gapMs;

  if (press.key === "Enter" || press.key === "Tab") {
    return { state: NO_SCAN, signal: joins ? finish(state, press.key, settings) : null };
  }
  if ([...press.key].length !== 1) return { state: NO_SCAN, signal: null };
  if (joins) return { state: { ...state, text: state.text + press.key, lastAt: press.at }, signal: null };
  return { state: { text: press.key, startedAt: press.at, lastAt: press.at }, signal: { kind: "start" } };
}

/** Called once `silenceMs` after the last key. */
export function feedSilence(state: ScanState, at: number, settings: ScanSettings = SCAN_SETTINGS): { state: ScanState; signal: ScanSignal } {
  if (state.text === "" || at - state.lastAt < settings.silenceMs) return { state, signal: null };
  return { state: NO_SCAN, signal: finish(state, "silence", settings) };
}

function finish({ text }: ScanState, end: "Enter" | "Tab" | "silence", { minKeys }: ScanSettings): ScanSignal {
  if (text.length < minKeys) return null;
  return SYMBOL_ROW.test(text) ? { kind: "wrongLayout", end } : { kind: "scan", code: text, end };
}
