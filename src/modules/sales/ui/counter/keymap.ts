import type { KeyPress } from "@/ui/keys/chord.ts";
import { matches, parseKeys } from "@/ui/keys/chord.ts";
import { applyAction } from "./apply-action.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { EMPTY_ENTRY } from "./counter-state.ts";
import { focusEntry } from "./focus-entry.ts";
import { openEditor } from "./open-editor.ts";
import { swapTicket } from "./park-ticket.ts";
import { stepBack } from "./step-back.ts";
import { printReceipt } from "./print-receipt.ts";
import { openPayment, payExact } from "./take-payment.ts";

/** Also the key of its words under `pos.keys`. */
export type KeyName = "help" | "entry" | "quantity" | "price" | "discount" | "charge" | "exact" | "misc" | "remove" | "undo" | "print" | "aside" | "lock";

export interface CounterKey {
  name: KeyName;
  /** As in ui/keys: "f10", "ctrl+enter". The first is the one that is shown. */
  keys: readonly string[];
  /** Shown in the bar under the ticket. */
  inBar: boolean;
  /** Answers false when the key means something else just now, and goes on to the field. */
  run: (core: CounterCore, key: string) => boolean | void;
}

const idle = (core: CounterCore): boolean => {
  const { entry, editor, paying } = core.store.getState();
  return entry === "" && editor === null && paying === null;
};

/** Every key of the counter: the bar, the help, the hints on buttons and the test of conflicts all read this list. F11 is never bound: in full screen browsers keep it. */
export const COUNTER_KEYS: readonly CounterKey[] = [
  { name: "help", keys: ["f1"], inBar: false, run: toggleHelp },
  { name: "entry", keys: ["f2"], inBar: true, run: goToEntry },
  { name: "quantity", keys: ["f3"], inBar: true, run: (core) => openEditor(core, "quantity") },
  { name: "price", keys: ["f4"], inBar: true, run: (core) => openEditor(core, "price") },
  { name: "discount", keys: ["f6"], inBar: true, run: editDiscount },
  { name: "misc", keys: ["insert"], inBar: true, run: startMisc },
  { name: "remove", keys: ["delete"], inBar: true, run: (core) => idle(core) && applyAction(core, { kind: "remove" }) },
  { name: "undo", keys: ["ctrl+z"], inBar: true, run: (core) => idle(core) && applyAction(core, { kind: "undo" }) },
  { name: "charge", keys: ["f10", "f12"], inBar: false, run: openPayment },
  { name: "exact", keys: ["ctrl+enter"], inBar: false, run: payExact },
  { name: "print", keys: ["ctrl+p"], inBar: false, run: printReceipt },
  { name: "aside", keys: ["alt+1", "alt+2", "alt+3", "alt+4"], inBar: false, run: takeAside },
  { name: "lock", keys: ["ctrl+l"], inBar: false, run: lockTill },
];

/** Reloading by a slipped F5 would look like losing the ticket: Ctrl R remains. */
export const SWALLOWED_KEYS: readonly string[] = ["f5"];

/** Runs the key's deed; false when the key is none of ours, or means something else just now. */
export function runKey(core: CounterCore, press: KeyPress): boolean {
  const is = (keys: string) => matches(parseKeys(keys)[0]!, press);
  if (SWALLOWED_KEYS.some(is)) return true;
  for (const { keys, run } of COUNTER_KEYS) {
    const pressed = keys.find(is);
    if (pressed !== undefined) return run(core, pressed) !== false;
  }
  return false;
}

function toggleHelp(core: CounterCore): void {
  core.store.setState(({ help }) => ({ help: !help }));
}

/** Back to the entry field; a second press clears it. */
function goToEntry(core: CounterCore): void {
  const { editor, paying, help } = core.store.getState();
  if (editor || paying !== null || help) core.store.setState({ editor: null, paying: null, help: false });
  else if (core.store.getState().entry !== "") stepBack(core);
  focusEntry(core, true);
}

/** The line's discount; pressed again, the ticket's. */
function editDiscount(core: CounterCore): void {
  openEditor(core, core.store.getState().editor?.field === "lineDiscount" ? "ticketDiscount" : "lineDiscount");
}

function startMisc(core: CounterCore): void {
  core.store.setState({ ...EMPTY_ENTRY, entry: "$", searched: "$", editor: null, paying: null, receipt: null });
  notify(core, { kind: "misc" });
  focusEntry(core, true);
}

/** Sends the form of the lock (TillPerson), which the bar above holds back while sales wait to be sent. */
function lockTill(core: CounterCore): void {
  const form = document.getElementById("lock-till");
  if (form instanceof HTMLFormElement) form.requestSubmit();
  else notify(core, { kind: "notShared" }, "warning");
}

function takeAside(core: CounterCore, key: string): boolean {
  const wanted = core.store.getState().parked[Number(key.at(-1)) - 1];
  if (wanted) swapTicket(core, wanted.ticket.id);
  return wanted !== undefined;
}
