import { isGtin } from "@/kernel/barcode.ts";
import { findByCode } from "../../rules/find-products.ts";
import { feedKey, feedSilence, NO_SCAN, type ScanSignal, type ScanState } from "../../rules/scan-detector.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { EMPTY_ENTRY, NOT_PAYING } from "./counter-state.ts";
import type { EarlyKey } from "./early-keys.tsx";
import { entryElement, focusEntry } from "./focus-entry.ts";
import { runKey } from "./keymap.ts";
import { withPart } from "./later.tsx";
import { GIVE_BACK } from "./parts.ts";
import { isBusy } from "./is-busy.ts";
import { takeRebinding } from "./set-keys.ts";
import { stepBack } from "./step-back.ts";
import { submitEntry, typeEntry } from "./submit-entry.ts";
import { noteKey } from "./when-quiet.ts";

/** Where a possible scan began, to take back what it typed there. */
interface Landing {
  field: HTMLInputElement | HTMLTextAreaElement | null;
  value: string;
}

/** On a busy machine keys that were pressed in time are handed over late: they may still come before a silence is one. */
const LATE_KEYS_MS = 40;

/** Hears every key of the window before any field does. Answers how to stop. */
export function listenKeys(core: CounterCore): () => void {
  let scan: ScanState = NO_SCAN;
  let landing: Landing = { field: null, value: "" };
  let silence: ReturnType<typeof setTimeout> | undefined;

  function onKeyDown(event: KeyboardEvent): void {
    noteKey();
    if (event.isComposing || isElsewhere(core)) return;
    if (takeRebinding(core, event)) return swallow(event);
    const fed = isPlain(event) ? feedKey(scan, { key: event.key, at: event.timeStamp, repeat: event.repeat }, core.scanning) : { state: NO_SCAN, signal: null };
    scan = fed.state;
    clearTimeout(silence);
    if (fed.signal?.kind === "start") landing = landingOf(document.activeElement);
    else if (fed.signal) return finishScan(fed.signal, event);
    else if (scan.text.length >= core.scanning.minKeys) silence = setTimeout(() => (silence = setTimeout(endBySilence, LATE_KEYS_MS, event.timeStamp)), core.scanning.silenceMs);

    if (event.key === "Escape") {
      stepBack(core);
      if (!isBusy(core.store.getState())) focusEntry(core);
      swallow(event);
    } else if (runKey(core, event)) swallow(event);
    else if (isPlain(event) && event.key.length === 1) retarget(core, event);
  }

  function endBySilence(lastAt: number): void {
    const fed = feedSilence(scan, lastAt + core.scanning.silenceMs, core.scanning);
    scan = fed.state;
    // Without its Enter only a known code, or digits too many for anything else, are surely a scan.
    const code = fed.signal?.kind === "scan" ? fed.signal.code : null;
    if (code !== null && (findByCode(core.index, code) || /^\d{8,14}$/.test(code))) finishScan(fed.signal, null);
  }

  function finishScan(signal: ScanSignal, event: KeyboardEvent | null): void {
    if (event) swallow(event);
    const { field, value } = landing;
    const inEntry = field !== null && field === entryElement();
    if (field && !inEntry) restore(field, value);
    if (signal?.kind === "wrongLayout") {
      core.store.setState(EMPTY_ENTRY);
      notify(core, { kind: "wrongLayout" }, "error");
    } else if (signal?.kind === "scan") takeScan(core, signal.code, inEntry ? value : "", event?.timeStamp ?? performance.now());
    if (!core.store.getState().givingBack) focusEntry(core);
  }

  const onBlur = () => core.store.setState({ listening: false });
  const onFocus = () => {
    scan = NO_SCAN;
    core.store.setState({ listening: true });
    if (document.activeElement === document.body) focusEntry(core);
  };
  window.addEventListener("keydown", onKeyDown, true);
  window.addEventListener("blur", onBlur);
  window.addEventListener("focus", onFocus);
  replay(core, window.takeEarlyKeys?.() ?? []);
  return () => {
    clearTimeout(silence);
    window.removeEventListener("keydown", onKeyDown, true);
    window.removeEventListener("blur", onBlur);
    window.removeEventListener("focus", onFocus);
  };
}

/** A scan leaves payment and editors as they were before it and goes to the ticket. A quantity or `?` typed before it counts. */
export function takeScan(core: CounterCore, code: string, typedBefore: string, at: number): void {
  if (core.store.getState().givingBack) {
    core.store.setState({ asking: null });
    return withPart(core, GIVE_BACK, ({ scanBack }) => scanBack(core, code));
  }
  core.store.setState({ ...NOT_PAYING, editor: null, resolving: null, picking: null, asking: null });
  const known = (text: string) => findByCode(core.index, text) !== null;
  const whole = typedBefore + code;
  // A wireless scanner may pause within a code: then what stood there before the burst is its beginning.
  const paused = known(whole) || (!known(code) && isGtin(whole));
  const counts = paused || /^([\d.,]+\s*\*|\?)?\s*$/.test(typedBefore);
  submitEntry(core, counts ? whole : code, { scanned: true, at });
  if (!counts) notify(core, { kind: "dropped", text: typedBefore }, "warning");
}

/** Does what was pressed before the page was alive, in its order and with its pace. */
export function replay(core: CounterCore, presses: readonly EarlyKey[]): void {
  let scan: ScanState = NO_SCAN;
  let before = "";
  for (const { key, at, repeat } of presses) {
    const entry = core.store.getState().entry;
    const fed = feedKey(scan, { key, at, repeat }, core.scanning);
    scan = fed.state;
    if (fed.signal?.kind === "start") before = entry;
    if (fed.signal?.kind === "scan") takeScan(core, fed.signal.code, before, at);
    else if (key === "Enter") submitEntry(core, entry, { scanned: false, at });
    else if (key === "Backspace") typeEntry(core, entry.slice(0, -1));
    else if (key === "Escape") stepBack(core);
    else if (key.length === 1) typeEntry(core, entry + key);
    else runKey(core, { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false });
  }
}

/** R3: what is typed while nothing has the focus goes to the entry field, the first key included. */
function retarget(core: CounterCore, event: KeyboardEvent): void {
  const active = document.activeElement;
  if (isField(active) || active instanceof HTMLSelectElement) return;
  // A panel whose letters choose hears them itself.
  if (active?.closest("[data-hears-letters]")) return;
  if (event.key === " " && active instanceof HTMLElement && active.matches("button, a, summary")) return;
  event.stopPropagation();
  focusEntry(core, true);
}

/** Another tab is the till, or something that is not the counter lies over it; then it has the focus, and the page need not be searched for it at each key of a sale. */
function isElsewhere(core: CounterCore): boolean {
  if (core.store.getState().place === "elsewhere") return true;
  return document.activeElement !== entryElement() && document.querySelector("dialog[open], [popover]:popover-open") !== null;
}

function isPlain(event: KeyboardEvent): boolean {
  // AltGr is how Spanish keyboards write some signs, and it arrives as Ctrl+Alt on Windows.
  return event.getModifierState("AltGraph") || (!event.ctrlKey && !event.metaKey && !event.altKey);
}

function isField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

function landingOf(element: Element | null): Landing {
  return isField(element) ? { field: element, value: element.value } : { field: null, value: "" };
}

/** Writes past React's own record of the value, so that its state follows. */
function restore(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
