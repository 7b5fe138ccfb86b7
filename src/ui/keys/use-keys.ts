"use client";

import { useEffect, useRef } from "react";
import { listenForKeys, pageKeys } from "./page-keys.ts";
import type { KeyBinding, Scope } from "./registry.ts";

/** Binds keys while the component is mounted. The bindings may change on each render; their keys and labels are re-read only when they differ. */
export function useKeys(bindings: readonly KeyBinding[], scope: Scope = "page"): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  const shape = JSON.stringify(bindings.map(({ keys, label, whileTyping }) => [keys, label, whileTyping]));
  useEffect(() => {
    listenForKeys();
    const stable = latest.current.map((binding, i) => ({ ...binding, run: () => latest.current[i]?.run() }));
    return pageKeys.add(scope, stable);
  }, [shape, scope]);
}
