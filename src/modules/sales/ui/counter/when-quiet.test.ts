import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { noteKey, whenQuiet } from "./when-quiet.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: 0, toFake: ["setTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Types for so long, a key each so many milliseconds. */
function type(forMs: number, everyMs: number): void {
  for (let at = 0; at < forMs; at += everyMs) {
    noteKey();
    vi.advanceTimersByTime(everyMs);
  }
}

it("waits while somebody types, and runs once when they rest", () => {
  const run = vi.fn();
  noteKey();
  whenQuiet(run);
  type(4_000, 300);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(run).toHaveBeenCalledTimes(1);
});

it("runs soon where nobody typed for a while", () => {
  noteKey();
  vi.advanceTimersByTime(60_000);
  const run = vi.fn();
  whenQuiet(run);
  vi.advanceTimersByTime(1_000);
  expect(run).toHaveBeenCalledTimes(1);
});

it("does not wait for ever for who never rests", () => {
  const run = vi.fn();
  noteKey();
  whenQuiet(run);
  type(14_000, 200);
  expect(run).not.toHaveBeenCalled();
  type(3_000, 200);
  expect(run).toHaveBeenCalledTimes(1);
});
