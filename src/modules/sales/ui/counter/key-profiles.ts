/** What a key of the counter can do; each is also the key of its words under `pos.keys`. In the order of the help. */
export const KEY_NAMES = [
  "help", "entry", "quantity", "price", "discount", "customer", "hold", "giveBack", "charge", "exact", "misc", "none", "check", "remove", "undo", "print", "aside", "lock",
] as const;

export type KeyName = (typeof KEY_NAMES)[number];

/** Each deed's keys as ui/keys writes them, the one that is shown first. */
export type KeyTable = Readonly<Record<KeyName, readonly string[]>>;

const ASIDE = ["alt+1", "alt+2", "alt+3", "alt+4", "alt+5", "alt+6", "alt+7", "alt+8", "alt+9"];

const OWN: KeyTable = {
  help: ["f1"], entry: ["f2"], quantity: ["f3"], price: ["f4"], discount: ["f6"], customer: ["f7"], hold: ["f8"], giveBack: ["f9"],
  // Whoever comes from eleventa charges with F12.
  charge: ["f10", "f12"], exact: ["ctrl+enter"], misc: ["insert"], none: ["ctrl+delete"], check: ["ctrl+b"], remove: ["delete"], undo: ["ctrl+z"], print: ["ctrl+p"], aside: ASIDE, lock: ["ctrl+l"],
};

/** The habits of eleventa: F10 finds, F12 charges, F6 holds, F9 says a price. */
const ELEVENTA: KeyTable = { ...OWN, entry: ["f10"], discount: ["f2"], hold: ["f6"], giveBack: ["f8"], check: ["f9"], charge: ["f12"] };

export const PROFILES = { own: OWN, eleventa: ELEVENTA } as const satisfies Readonly<Record<string, KeyTable>>;
export type ProfileName = keyof typeof PROFILES;
export const PROFILE_NAMES = Object.keys(PROFILES) as ProfileName[];

/** How the keys of a till lie: a profile, and what this till binds otherwise. */
export interface KeySetting {
  profile: ProfileName;
  own: Readonly<Partial<Record<KeyName, string>>>;
}

export const USUAL_KEYS: KeySetting = { profile: "own", own: {} };

/** Reloading by a slipped F5 would look like losing the ticket: Ctrl R remains. */
export const SWALLOWED_KEYS: readonly string[] = ["f5"];

/** What browsers keep for themselves in full screen or as a tab, and what people need in every field. */
const RESERVED = ["f5", "f11", "enter", "tab", "escape", "backspace", " ", "arrowup", "arrowdown", "arrowleft", "arrowright", "home", "end", "pageup", "pagedown",
  "ctrl+r", "ctrl+c", "ctrl+v", "ctrl+x", "ctrl+a", "ctrl+w", "ctrl+t", "ctrl+n", "shift+tab", "shift+insert"];

export function tableOf({ profile, own }: KeySetting): KeyTable {
  const table: Record<KeyName, readonly string[]> = { ...PROFILES[profile] };
  for (const name of KEY_NAMES) if (own[name] !== undefined) table[name] = [own[name]];
  return table;
}

/** Binds one deed to another key; or says which deed has that key, or that it is nobody's to bind. */
export function bindKey(setting: KeySetting, name: KeyName, keys: string): KeySetting | { takenBy: KeyName } | "reserved" {
  const plain = !/^(ctrl|alt)\+/.test(keys) && !/^(f\d{1,2}|insert|delete|pause|scrolllock)$/.test(keys.replace(/^shift\+/, ""));
  if (plain || RESERVED.includes(keys) || name === "aside") return "reserved";
  const table = tableOf(setting);
  const takenBy = KEY_NAMES.find((other) => other !== name && table[other].includes(keys));
  return takenBy ? { takenBy } : { ...setting, own: { ...setting.own, [name]: keys } };
}

/** What this device kept of it; whatever it may be, the till gets keys that do not fight. */
export function readKeySetting(text: string | null): KeySetting {
  try {
    const kept = JSON.parse(text ?? "null") as Partial<KeySetting> | null;
    const profile = PROFILE_NAMES.find((name) => name === kept?.profile);
    if (!profile) return USUAL_KEYS;
    let setting: KeySetting = { profile, own: {} };
    for (const name of KEY_NAMES) {
      const keys = kept?.own?.[name];
      const bound = typeof keys === "string" ? bindKey(setting, name, keys) : setting;
      if (typeof bound === "object" && "profile" in bound) setting = bound;
    }
    return setting;
  } catch {
    return USUAL_KEYS;
  }
}

/** A pressed key as ui/keys writes it; null while only Ctrl, Alt or Shift is down. */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): string | null {
  if (["Control", "Alt", "Shift", "Meta", "AltGraph", "Dead", "CapsLock"].includes(key)) return null;
  return `${ctrlKey || metaKey ? "ctrl+" : ""}${altKey ? "alt+" : ""}${shiftKey ? "shift+" : ""}${key.toLowerCase()}`;
}
