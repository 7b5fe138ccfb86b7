import type { KeyPress } from "@/ui/keys/chord.ts";
import { matches, parseKeys } from "@/ui/keys/chord.ts";
import { applyAction } from "./apply-action.ts";
import { takeEditor } from "./commit-editor.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { EMPTY_ENTRY, NOT_PAYING } from "./counter-state.ts";
import { focusEntry } from "./focus-entry.ts";
import { KEY_NAMES, SWALLOWED_KEYS, tableOf, type KeyName } from "./key-profiles.ts";
import { withPart } from "./later.tsx";
import { openEditor } from "./open-editor.ts";
import { heldIds } from "./held-tickets.ts";
import { holdTicket, swapTicket } from "./park-ticket.ts";
import { CUSTOMERS, GIVE_BACK, LOST_DEMAND, PRINT, UNDO } from "./parts.ts";
import { dropBack, startGivingBack } from "./start-giving-back.ts";
import { backKey } from "../../rules/ticket.ts";
import { stepBack } from "./step-back.ts";
import { openPayment, payExact } from "./take-payment.ts";
import { mayUndoSale } from "./undo-window.ts";

/** Answers false when the key means something else just now, and goes on to the field. */
type Deed = (core: CounterCore, key: string) => boolean | void;

const idle = (core: CounterCore): boolean => {
  const { entry, editor, paying, givingBack, resolving, picking, asking } = core.store.getState();
  return entry === "" && asking === null && editor === null && paying === null && givingBack === null && resolving === null && picking === null;
};

/** Every deed of the counter; the bar, the help and the hints on buttons read their keys from the till's own table. */
const DEEDS: Readonly<Partial<Record<KeyName, Deed>>> = {
  help: toggleHelp,
  entry: goToEntry,
  quantity: (core) => openEditor(core, "quantity"),
  price: (core) => openEditor(core, "price"),
  discount: editDiscount,
  customer: (core) => withPart(core, CUSTOMERS, ({ startPicking }) => startPicking(core)),
  hold: holdTicket,
  giveBack: startGivingBack,
  charge: (core) => (core.store.getState().givingBack ? withPart(core, GIVE_BACK, ({ startExchange }) => startExchange(core)) : openPayment(core)),
  exact: payExact,
  misc: startMisc,
  none: (core) => withPart(core, LOST_DEMAND, ({ noteLostDemand }) => noteLostDemand(core)),
  check: startCheck,
  remove: (core) => idle(core) && removeLine(core),
  undo: (core) => idle(core) && (mayUndoSale(core) ? withPart(core, UNDO, ({ undoSale }) => void undoSale(core)) : applyAction(core, { kind: "undo" })),
  print: (core) => withPart(core, PRINT, ({ printReceipt }) => printReceipt(core)),
  aside: takeAside,
  lock: lockTill,
};

/** What this till can do, in the order of the help. */
export const KEYS_AT_WORK: readonly KeyName[] = KEY_NAMES.filter((name) => DEEDS[name] !== undefined);

/** Under the ticket, for the mouse too. */
export const KEYS_IN_BAR: readonly KeyName[] = ["entry", "quantity", "price", "discount", "customer", "hold", "giveBack", "misc", "none", "remove"];

/** Does what a key of the bar says. */
export function runDeed(core: CounterCore, name: KeyName): void {
  perform(core, name, tableOf(core.store.getState().keys)[name][0]!);
}

/** Runs the key's deed; false when the key is none of ours, or means something else just now. */
export function runKey(core: CounterCore, press: KeyPress): boolean {
  const is = (keys: string) => matches(parseKeys(keys)[0]!, press);
  if (SWALLOWED_KEYS.some(is)) {
    notify(core, { kind: "reload" });
    return true;
  }
  const table = tableOf(core.store.getState().keys);
  for (const name of KEYS_AT_WORK) {
    const pressed = table[name].find(is);
    if (pressed === undefined) continue;
    // Whoever does something else asks nobody any more.
    if (name !== "undo" && name !== "remove") core.store.setState({ asking: null });
    return perform(core, name, pressed);
  }
  return false;
}

function perform(core: CounterCore, name: KeyName, key: string): boolean {
  if (isHidden(core, name) || (leavesEditor(core, name) && !takeEditor(core, core.now()))) return true;
  return DEEDS[name]?.(core, key) !== false;
}

/** What goes on beside a line's editor; charging takes what stands in it by itself, since its buttons do not come through here. */
const BESIDE_EDITOR: readonly KeyName[] = ["help", "remove", "undo", "print", "lock", "charge", "exact"];

/** What was typed in an editor is meant, whatever is done next: only Esc drops it. The discount's key, pressed again, asks the same of the whole ticket. */
function leavesEditor(core: CounterCore, name: KeyName): boolean {
  const field = core.store.getState().editor?.field;
  return field !== undefined && !BESIDE_EDITOR.includes(name) && !(name === "discount" && (field === "lineDiscount" || field === "ticketDiscount"));
}

/** While goods come back the ticket is out of sight: no key may change or charge what nobody sees; the one that charges takes them onto it. */
const WHILE_GIVING_BACK: readonly KeyName[] = ["giveBack", "charge", "entry", "print", "lock"];

function isHidden(core: CounterCore, name: KeyName): boolean {
  return core.store.getState().givingBack !== null && !WHILE_GIVING_BACK.includes(name);
}

function toggleHelp(core: CounterCore): void {
  core.store.setState(({ help }) => ({ help: !help }));
}

/** The chosen line or the last; where nothing is sold yet, what was to come back. */
function removeLine(core: CounterCore): boolean {
  const { lines, back } = core.store.getState().ticket;
  const last = lines.length === 0 ? back?.at(-1) : undefined;
  if (!last) return applyAction(core, { kind: "remove" });
  dropBack(core, backKey(last));
  return true;
}

/** Back to the entry field; a second press clears it. */
function goToEntry(core: CounterCore): void {
  const { editor, paying, help, givingBack } = core.store.getState();
  if (editor || paying !== null || help || givingBack) core.store.setState({ editor: null, ...NOT_PAYING, help: false, givingBack: null, notice: null });
  else if (core.store.getState().entry !== "") stepBack(core);
  focusEntry(core, true);
}

/** The line's discount; pressed again, the ticket's. */
function editDiscount(core: CounterCore): void {
  openEditor(core, core.store.getState().editor?.field === "lineDiscount" ? "ticketDiscount" : "lineDiscount");
}

function startMisc(core: CounterCore): void {
  core.store.setState({ ...EMPTY_ENTRY, entry: "$", searched: "$", editor: null, ...NOT_PAYING, receipt: null });
  notify(core, { kind: "misc" });
  focusEntry(core, true);
}

function startCheck(core: CounterCore): void {
  core.store.setState({ ...EMPTY_ENTRY, priceCheck: true, editor: null, ...NOT_PAYING, receipt: null });
  notify(core, { kind: "priceCheck" });
  focusEntry(core, true);
}

/** Sends the form of the lock (TillPerson), which the bar above holds back while sales wait to be sent. */
function lockTill(core: CounterCore): void {
  const form = document.getElementById("lock-till");
  if (form instanceof HTMLFormElement) form.requestSubmit();
  else notify(core, { kind: "notShared" }, "warning");
}

function takeAside(core: CounterCore, key: string): boolean {
  const wanted = heldIds(core.store.getState())[Number(key.at(-1)) - 1];
  if (wanted) swapTicket(core, wanted);
  return wanted !== undefined;
}
