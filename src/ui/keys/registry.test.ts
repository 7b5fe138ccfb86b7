import { describe, expect, it } from "vitest";
import { ariaKeys, keyCaps, type KeyPress } from "./chord.ts";
import { conflictsOf, KeyRegistry, type Circumstances, type KeyBinding, type Scope } from "./registry.ts";

const idle: Circumstances = { typing: false, layerOpen: false, letterKeys: true, nowMs: 0 };

function press(key: string, held: Partial<KeyPress> & { altGraph?: boolean } = {}): KeyPress {
  const { altGraph = false, ...rest } = held;
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, getModifierState: (name) => name === "AltGraph" && altGraph, ...rest };
}

function registryWith(...groups: readonly [Scope, ...string[]][]): KeyRegistry {
  const registry = new KeyRegistry();
  for (const [scope, ...keys] of groups) registry.add(scope, keys.map((key) => bind(key, scope)));
  return registry;
}

const bind = (keys: string, label = ""): KeyBinding => ({ keys, label, run: () => undefined });

describe("a key", () => {
  it("acts as a letter only outside fields, and not when letters are off", () => {
    const registry = registryWith(["page", "n"]);
    expect(registry.press(press("n"), idle)).toMatchObject({ keys: "n" });
    expect(registry.press(press("n"), { ...idle, typing: true })).toBeNull();
    expect(registry.press(press("n"), { ...idle, letterKeys: false })).toBeNull();
    expect(registry.press(press("n", { ctrlKey: true }), idle)).toBeNull();
  });

  it("acts with Ctrl, with Command and as a function key while typing", () => {
    const registry = registryWith(["shell", "ctrl+k", "f2"]);
    const typing = { ...idle, typing: true, letterKeys: false };
    expect(registry.press(press("k", { ctrlKey: true }), typing)).toMatchObject({ keys: "ctrl+k" });
    expect(registry.press(press("K", { metaKey: true }), typing)).toMatchObject({ keys: "ctrl+k" });
    expect(registry.press(press("F2"), typing)).toMatchObject({ keys: "f2" });
    expect(registry.press(press("k", { ctrlKey: true, altKey: true }), typing)).toBeNull();
  });

  it("is known by its symbol on any layout", () => {
    const registry = registryWith(["shell", "[", "?", "/"]);
    expect(registry.press(press("[", { ctrlKey: true, altKey: true, altGraph: true }), idle)).toMatchObject({ keys: "[" });
    expect(registry.press(press("?", { shiftKey: true }), idle)).toMatchObject({ keys: "?" });
    expect(registry.press(press("/", { shiftKey: true }), idle)).toMatchObject({ keys: "/" });
  });
});

describe("a sequence", () => {
  it("waits one second for its second key", () => {
    const registry = registryWith(["shell", "g p", "g v"], ["page", "p"]);
    expect(registry.press(press("g"), idle)).toBe("wait");
    expect(registry.press(press("p"), { ...idle, nowMs: 900 })).toMatchObject({ keys: "g p" });
    expect(registry.press(press("p"), { ...idle, nowMs: 950 })).toMatchObject({ keys: "p" });
    expect(registry.press(press("g"), { ...idle, nowMs: 2000 })).toBe("wait");
    expect(registry.press(press("v"), { ...idle, nowMs: 3100 })).toBeNull();
  });

  it("gives a key that does not continue it its own meaning", () => {
    const registry = registryWith(["shell", "g p", "n"]);
    registry.press(press("g"), idle);
    expect(registry.press(press("n"), idle)).toMatchObject({ keys: "n" });
  });
});

describe("scopes", () => {
  it("let the page win over the shell and the layer silence both", () => {
    const registry = registryWith(["shell", "n", "ctrl+k"], ["page", "n"], ["layer", "escape"]);
    expect(registry.press(press("n"), idle)).toMatchObject({ label: "page" });
    expect(registry.press(press("k", { ctrlKey: true }), { ...idle, layerOpen: true })).toBeNull();
    expect(registry.press(press("Escape"), { ...idle, layerOpen: true })).toMatchObject({ label: "layer" });
  });

  it("forget a page that is gone", () => {
    const registry = new KeyRegistry();
    registry.add("page", [bind("n")])();
    expect(registry.press(press("n"), idle)).toBeNull();
  });
});

it("finds conflicts", () => {
  expect(conflictsOf([bind("g"), bind("g p"), bind("N"), bind("n"), bind("x")])).toEqual([["g", "g p"], ["n", "n"]]);
});

it("names keys as the keyboard does", () => {
  expect(keyCaps("ctrl+k")).toEqual(["Ctrl K"]);
  expect(keyCaps("g p")).toEqual(["G", "P"]);
  expect(ariaKeys("ctrl+k")).toBe("Control+K");
  expect(ariaKeys("g p")).toBeUndefined();
});
