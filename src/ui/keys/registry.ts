import { isPrintable, matches, parseKeys, type KeyPress } from "./chord.ts";

/** Inner scopes win over outer ones. While a layer is open, only its own keys act. */
export const SCOPES = ["shell", "page", "layer"] as const;

export type Scope = (typeof SCOPES)[number];

export interface KeyBinding {
  keys: string;
  /** Said in the help overlay. */
  label: string;
  run: () => void;
  /** Also while a field has the focus; for chords with Ctrl or Alt and function keys it is the default. */
  whileTyping?: boolean;
}

export interface Circumstances {
  typing: boolean;
  layerOpen: boolean;
  /** The person may switch single letters off (WCAG 2.1.4). */
  letterKeys: boolean;
  nowMs: number;
}

const SEQUENCE_MS = 1000;

export class KeyRegistry {
  readonly #groups = new Set<{ scope: Scope; bindings: readonly KeyBinding[] }>();
  #pending: { presses: readonly KeyPress[]; atMs: number } | null = null;

  /** Adds bindings; call the answer to take them away. */
  add(scope: Scope, bindings: readonly KeyBinding[]): () => void {
    const group = { scope, bindings };
    this.#groups.add(group);
    return () => this.#groups.delete(group);
  }

  /** All bindings, innermost scope first; of equal keys in one scope the later registration comes first. */
  list(): readonly (KeyBinding & { scope: Scope })[] {
    const groups = [...this.#groups].reverse();
    return [...SCOPES].reverse().flatMap((scope) =>
      groups.filter((group) => group.scope === scope).flatMap((group) => group.bindings.map((binding) => ({ ...binding, scope }))),
    );
  }

  /** The binding that this key completes, if any. `"wait"`: it is the first key of a sequence. */
  press(press: KeyPress, { typing, layerOpen, letterKeys, nowMs }: Circumstances): KeyBinding | "wait" | null {
    const earlier = this.#pending && nowMs - this.#pending.atMs <= SEQUENCE_MS ? this.#pending.presses : [];
    this.#pending = null;
    const open = this.list().filter((binding) => {
      if (layerOpen && binding.scope !== "layer") return false;
      const printable = isPrintable(parseKeys(binding.keys)[0]!);
      return printable ? (!typing || binding.whileTyping === true) && letterKeys : !typing || binding.whileTyping !== false;
    });
    return this.#match(open, [...earlier, press], nowMs) ?? (earlier.length > 0 ? this.#match(open, [press], nowMs) : null);
  }

  #match(open: readonly KeyBinding[], presses: readonly KeyPress[], nowMs: number): KeyBinding | "wait" | null {
    const begun = open.filter(({ keys }) => {
      const chords = parseKeys(keys);
      return chords.length >= presses.length && presses.every((press, i) => matches(chords[i]!, press));
    });
    const whole = begun.find(({ keys }) => parseKeys(keys).length === presses.length);
    if (whole) return whole;
    if (begun.length === 0) return null;
    this.#pending = { presses, atMs: nowMs };
    return "wait";
  }
}

/** Keys that are bound twice, or of which one begins the other ("g" and "g p"). A profile or page with any is wrong. */
export function conflictsOf(bindings: readonly Pick<KeyBinding, "keys">[]): readonly (readonly [string, string])[] {
  const all = bindings.map(({ keys }) => keys.toLowerCase());
  return all.flatMap((keys, i) => all.slice(i + 1).filter((other) => begins(keys, other) || begins(other, keys)).map((other) => [keys, other] as const));
}

function begins(keys: string, other: string): boolean {
  return keys === other || other.startsWith(`${keys} `);
}
