import { SCAN_SETTINGS, type ScanSettings } from "../../rules/scan-detector.ts";
import type { CounterCore } from "./counter-core.ts";
import { deviceText } from "./draft-storage.ts";

/** Longest pauses between two keys of one scan, in milliseconds, that a till may choose from: a wireless scanner is slower than a wired one, and some people type faster than it. */
export const SCAN_GAPS = [20, 35, 60, 100] as const;

/** Longer than any pause within a scan. */
const SILENCE_AFTER_MS = 25;

const kept = (shopSlug: string) => deviceText(`counter.scanner.${shopSlug}`);

/** How the scanner of this device is told from a person, as the device kept it. */
export function scanSettings(shopSlug: string): ScanSettings {
  const wanted = kept(shopSlug).load();
  const gapMs = SCAN_GAPS.find((gap) => String(gap) === wanted) ?? SCAN_SETTINGS.gapMs;
  return { ...SCAN_SETTINGS, gapMs, silenceMs: Math.max(SCAN_SETTINGS.silenceMs, gapMs + SILENCE_AFTER_MS) };
}

export function setScanGap(core: CounterCore, gapMs: number): void {
  kept(core.setting.shop.slug).save(String(gapMs));
  core.scanning = scanSettings(core.setting.shop.slug);
}
