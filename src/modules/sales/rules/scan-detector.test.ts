import { describe, expect, it } from "vitest";
import { feedKey, feedSilence, NO_SCAN, type KeyPress, type ScanSignal } from "./scan-detector.ts";

/** Feeds keys with a fixed gap and answers every signal but "start". */
function signals(keys: readonly string[], gap: number, more: Partial<KeyPress> = {}): ScanSignal[] {
  let state = NO_SCAN;
  let at = 1_000;
  const found: ScanSignal[] = [];
  for (const key of keys) {
    const fed = feedKey(state, { key, at, ...more });
    state = fed.state;
    at += gap;
    if (fed.signal && fed.signal.kind !== "start") found.push(fed.signal);
  }
  const silent = feedSilence(state, at - gap + 60);
  return silent.signal ? [...found, silent.signal] : found;
}
const keys = (text: string, ...ends: string[]) => [...text, ...ends];
const EAN = "7790895000997";

describe("scan detector", () => {
  it.each([
    ["Enter", keys(EAN, "Enter"), [{ kind: "scan", code: EAN, end: "Enter" }]],
    ["Tab", keys(EAN, "Tab"), [{ kind: "scan", code: EAN, end: "Tab" }]],
    ["CR + LF, whose second Enter means nothing", keys(EAN, "Enter", "Enter"), [{ kind: "scan", code: EAN, end: "Enter" }]],
    ["no suffix", keys(EAN), [{ kind: "scan", code: EAN, end: "silence" }]],
    ["capitals with Shift", ["Shift", "F", "Shift", "E", "-", "1", "2", "3", "Enter"], [{ kind: "scan", code: "FE-123", end: "Enter" }]],
    ["five keys only", keys("12345", "Enter"), []],
    ["an arrow in between", ["1", "2", "3", "4", "ArrowLeft", "5", "6", "Enter"], []],
    ["digits sent as symbols", keys('&/()=!"·', "Enter"), [{ kind: "wrongLayout", end: "Enter" }]],
  ])("ends with %s", (_, pressed, expected) => {
    expect(signals(pressed, 8)).toEqual(expected);
  });

  it("leaves typing alone", () => {
    expect(signals(keys(EAN, "Enter"), 36)).toEqual([]);
    expect(signals(keys("tornillo", "Enter"), 90)).toEqual([]);
  });

  it("leaves a held key alone", () => {
    expect(signals(keys("111111111", "Enter"), 30, { repeat: true })).toEqual([]);
  });

  it("starts again after a pause, without what was typed before", () => {
    let state = NO_SCAN;
    for (const [i, key] of [..."tor"].entries()) state = feedKey(state, { key, at: i * 120 }).state;
    let last: ScanSignal = null;
    for (const [i, key] of keys(EAN, "Enter").entries()) ({ state, signal: last } = feedKey(state, { key, at: 2_000 + i * 5 }));
    expect(last).toEqual({ kind: "scan", code: EAN, end: "Enter" });
  });

  it("tells where a scan may start", () => {
    expect(feedKey(NO_SCAN, { key: "7", at: 0 }).signal).toEqual({ kind: "start" });
    expect(feedKey(feedKey(NO_SCAN, { key: "7", at: 0 }).state, { key: "7", at: 10 }).signal).toBeNull();
  });

  it("waits for its silence", () => {
    const { state } = feedKey(NO_SCAN, { key: "7", at: 0 });
    expect(feedSilence(state, 59)).toEqual({ state, signal: null });
  });
});
