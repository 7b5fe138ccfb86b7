/** What a key event needs to be matched; a KeyboardEvent is one. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  getModifierState?: (name: string) => boolean;
}

export interface Chord {
  key: string;
  /** Ctrl, or Command on a Mac. */
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
}

/** "ctrl+k" is one chord, "g p" two in a row. Names are `KeyboardEvent.key` in lower case: "enter", "f2", "arrowdown". */
export function parseKeys(keys: string): readonly Chord[] {
  return keys.toLowerCase().split(" ").map((step) => {
    // "ctrl++" binds the plus key itself.
    const parts = step === "+" ? ["+"] : step.endsWith("++") ? [...step.slice(0, -2).split("+"), "+"] : step.split("+");
    return { key: parts.at(-1)!, ctrl: parts.includes("ctrl"), alt: parts.includes("alt"), shift: parts.includes("shift") };
  });
}

/** Symbols match by what they are, not by how a layout makes them: "[" is AltGr on a Spanish keyboard, "?" is Shift anywhere. */
export function matches(chord: Chord, press: KeyPress): boolean {
  if (press.key.toLowerCase() !== chord.key) return false;
  const altGraph = press.getModifierState?.("AltGraph") ?? false;
  const ctrl = !altGraph && (press.ctrlKey || press.metaKey);
  const alt = !altGraph && press.altKey;
  if (ctrl !== chord.ctrl || alt !== chord.alt) return false;
  return isSymbol(chord.key) || press.shiftKey === chord.shift;
}

/** A chord that a person could type as text; it acts only when no field has the focus. */
export function isPrintable(chord: Chord): boolean {
  return chord.key.length === 1 && !chord.ctrl && !chord.alt;
}

/** As printed on keys: "Ctrl K", "G P". */
export function keyCaps(keys: string): readonly string[] {
  return parseKeys(keys).map(({ key, ctrl, alt, shift }) =>
    [ctrl ? "Ctrl" : "", alt ? "Alt" : "", shift ? "Shift" : "", CAPS[key] ?? capital(key)].filter(Boolean).join(" "),
  );
}

/** For aria-keyshortcuts (ARIA 1.2); a sequence has no notation there. */
export function ariaKeys(keys: string): string | undefined {
  const [chord, ...more] = parseKeys(keys);
  if (!chord || more.length > 0) return undefined;
  return [chord.ctrl ? "Control" : "", chord.alt ? "Alt" : "", chord.shift ? "Shift" : "", chord.key === " " ? "Space" : capital(chord.key)].filter(Boolean).join("+");
}

const CAPS: Readonly<Record<string, string>> = { enter: "↵", arrowup: "↑", arrowdown: "↓", escape: "Esc" };

function capital(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}

function isSymbol(key: string): boolean {
  return key.length === 1 && key.toLowerCase() === key.toUpperCase();
}
