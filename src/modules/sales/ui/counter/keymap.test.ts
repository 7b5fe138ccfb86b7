import { expect, it } from "vitest";
import { conflictsOf } from "@/ui/keys/registry.ts";
import { COUNTER_KEYS, SWALLOWED_KEYS } from "./keymap.ts";

const all = [...COUNTER_KEYS.flatMap(({ keys }) => keys), ...SWALLOWED_KEYS];

it("binds no key twice", () => {
  expect(conflictsOf(all.map((keys) => ({ keys })))).toEqual([]);
});

it("leaves alone what browsers keep and what people need", () => {
  for (const keys of ["f11", "ctrl+r", "ctrl+c", "ctrl+v", "tab", "enter", "escape"]) expect(all).not.toContain(keys);
});
