import type { StoreApi } from "zustand/vanilla";
import type { PosIndex } from "../../rules/pos-index.ts";
import type { Scan } from "../../rules/scan-bounce.ts";
import type { ScanSettings } from "../../rules/scan-detector.ts";
import type { CounterSetting, CounterState, Notice, Tone } from "./counter-state.ts";
import type { LostDemand } from "./note-lost-demand.ts";
import type { NoteQueue } from "./note-queue.ts";
import type { PrintNote } from "./print-receipt.ts";
import type { Outbox } from "./sale-outbox.ts";
import type { TicketSharing } from "./share-tickets.ts";
import type { Sound } from "@/ui/sounds.ts";

/** What every deed of the counter works on. The catalogue stays outside the state: nothing renders 20,000 products. */
export interface CounterCore {
  store: StoreApi<CounterState>;
  setting: CounterSetting;
  index: PosIndex;
  outbox: Outbox;
  /** What was asked for and not there, on its way to the server. */
  lost: NoteQueue<LostDemand>;
  /** What was printed, likewise. */
  prints: NoteQueue<PrintNote>;
  play: (sound: Sound) => void;
  /** Milliseconds of the clock that key events carry. */
  now: () => number;
  newTicketId: () => string;
  /** Writes the open tickets down at once, not a moment later. */
  keepDraft: () => void;
  /** Asks the server for the catalogue now; resolves when it is in memory, or when that failed. */
  refreshCatalogue: () => Promise<void>;
  /** Tickets that stand aside for other tills too; null until its part of the page is there. */
  sharing: TicketSharing | null;
  /** Calls back when the frame is painted that shows what was typed. */
  soon: (run: () => void) => void;
  /** How a scan is told from typing at this till. */
  scanning: ScanSettings;
  lastScan: Scan | null;
  /** What was scanned or entered before the catalogue was there, in order. */
  early: { text: string; scanned: boolean; at: number }[];
}

export function may(core: CounterCore, permission: string): boolean {
  return core.setting.member.permissions.includes(permission);
}

const SOUNDS: Readonly<Record<Tone, Sound | null>> = { plain: null, warning: "soft", error: "error" };

/** Says something on the status strip, with its sound. The strip never takes the focus. */
export function notify(core: CounterCore, content: Notice, tone: Tone = "plain"): void {
  core.store.setState({ notice: { content, tone } });
  const sound = SOUNDS[tone];
  if (sound) core.play(sound);
}
