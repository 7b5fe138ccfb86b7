"use client";

import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { CounterState } from "./counter-state.ts";
import type { Counter } from "./create-counter.ts";

export const CounterContext = createContext<Counter | null>(null);

/** The counter of this page. */
export function useCounter(): Counter {
  const counter = useContext(CounterContext);
  if (!counter) throw new Error("no counter above this component");
  return counter;
}

/** A part of its state; renders again only when that part is another. */
export function useCounterState<T>(select: (state: CounterState) => T): T {
  return useStore(useCounter().store, select);
}
