import { describe, expect, it } from "vitest";
import { conflictsOf } from "@/ui/keys/registry.ts";
import { bindKey, chordOf, KEY_NAMES, PROFILE_NAMES, readKeySetting, SWALLOWED_KEYS, tableOf, USUAL_KEYS } from "./key-profiles.ts";
import { KEYS_AT_WORK, KEYS_IN_BAR } from "./keymap.ts";

describe.each(PROFILE_NAMES)("the keys of profile %s", (profile) => {
  const all = [...Object.values(tableOf({ profile, own: {} })).flat(), ...SWALLOWED_KEYS];

  it("F1 binds no key twice", () => {
    expect(conflictsOf(all.map((keys) => ({ keys })))).toEqual([]);
  });

  it("F1 leaves alone what browsers keep and what people need", () => {
    for (const keys of ["f11", "ctrl+r", "ctrl+c", "ctrl+v", "tab", "enter", "escape"]) expect(all).not.toContain(keys);
  });
});

it("F1 a till binds keys of its own, but none that another deed has and none that is nobody's", () => {
  const bound = bindKey(USUAL_KEYS, "misc", "ctrl+i");
  expect(bound).toEqual({ profile: "own", own: { misc: "ctrl+i" } });
  expect(bindKey(USUAL_KEYS, "misc", "f3")).toEqual({ takenBy: "quantity" });
  for (const keys of ["f11", "f5", "a", "7", "enter", "ctrl+r", "shift+tab", "+"]) expect(bindKey(USUAL_KEYS, "misc", keys), keys).toBe("reserved");
  const freed = bindKey({ profile: "own", own: { quantity: "ctrl+q" } }, "misc", "f3");
  expect(freed).toMatchObject({ own: { misc: "f3", quantity: "ctrl+q" } });
});

it("F1 whatever a device kept gives keys that do not fight", () => {
  for (const text of [null, "", "{", "[]", '{"profile":"other"}', '{"profile":"own","own":7}']) expect(readKeySetting(text)).toEqual(USUAL_KEYS);
  const greedy = readKeySetting(JSON.stringify({ profile: "eleventa", own: Object.fromEntries(KEY_NAMES.map((name) => [name, "f3"])) }));
  expect(conflictsOf(Object.values(tableOf(greedy)).flat().map((keys) => ({ keys })))).toEqual([]);
  expect(readKeySetting(JSON.stringify({ profile: "eleventa", own: { lock: "ctrl+k" } }))).toEqual({ profile: "eleventa", own: { lock: "ctrl+k" } });
});

it("F1 a pressed key is written as the table writes it", () => {
  const press = (key: string, held: Partial<KeyboardEvent> = {}) => chordOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });
  expect([press("F7"), press("k", { ctrlKey: true }), press("Delete", { ctrlKey: true, shiftKey: true }), press("Control", { ctrlKey: true })]).toEqual(["f7", "ctrl+k", "ctrl+shift+delete", null]);
});

it("F1 the bar shows keys that do something", () => {
  for (const name of KEYS_IN_BAR) expect(KEYS_AT_WORK).toContain(name);
});
