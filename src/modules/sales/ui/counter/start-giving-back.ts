import { newId } from "@/kernel/id.ts";
import { backKey } from "../../rules/ticket.ts";
import { notifyRefusal } from "./apply-action.ts";
import { may, type CounterCore } from "./counter-core.ts";
import { EMPTY_ENTRY, NOT_PAYING } from "./counter-state.ts";
import type { GivingBack } from "./give-back.ts";

export function startGivingBack(core: CounterCore): void {
  if (!may(core, "sale.return")) return notifyRefusal(core, "forbidden");
  core.store.setState({ ...EMPTY_ENTRY, givingBack: { id: newId(), sale: null, recent: null, unreceipted: null, counts: {}, typing: null, busy: false }, editor: null, ...NOT_PAYING, picking: null, resolving: null, heldList: null, help: false, receipt: null, notice: null });
}

/** Takes a line out of what comes back with the ticket. */
export function dropBack(core: CounterCore, key: string): void {
  const { back = [], ...ticket } = core.store.getState().ticket;
  const left = back.filter((line) => backKey(line) !== key);
  core.store.setState({ ticket: left.length === 0 ? ticket : { ...ticket, back: left } });
  core.keepDraft();
}

/** Changes what is known of the return under way, while it is. */
export function changeGiving(core: CounterCore, part: Partial<GivingBack>): void {
  core.store.setState(({ givingBack }) => ({ givingBack: givingBack && { ...givingBack, ...part } }));
}
