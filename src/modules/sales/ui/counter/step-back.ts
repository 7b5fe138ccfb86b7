import type { CounterCore } from "./counter-core.ts";
import { EMPTY_ENTRY } from "./counter-state.ts";

/** Esc: takes back the last thing that is open, one at a time, and never anything that is on the ticket. */
export function stepBack(core: CounterCore): void {
  const state = core.store.getState();
  const set = core.store.setState;
  if (state.help) set({ help: false, rebinding: null });
  else if (state.heldList) set({ heldList: null });
  else if (state.asking) set({ asking: null, notice: null });
  else if (state.picking) set({ picking: null });
  else if (state.resolving) set({ resolving: null });
  else if (state.givingBack?.sale) set({ givingBack: { ...state.givingBack, sale: null, counts: {}, typing: null }, notice: null });
  else if (state.givingBack?.unreceipted) set({ givingBack: { ...state.givingBack, unreceipted: null }, notice: null });
  else if (state.givingBack?.recent) set({ givingBack: { ...state.givingBack, recent: null }, notice: null });
  else if (state.givingBack) set({ givingBack: null, notice: null });
  else if (state.voucher !== null) set({ voucher: null, notice: null });
  else if (state.settling !== null) set({ settling: null, notice: null });
  else if (state.confirming) set({ confirming: null, notice: null });
  else if (state.editor) set({ editor: null, notice: null });
  else if (state.paying !== null) set({ paying: null, notice: null });
  else if (state.entry !== "") set(EMPTY_ENTRY);
  else if (state.ticket.chip !== null) set({ ticket: { ...state.ticket, chip: null } });
  else if (state.priceCheck) set({ priceCheck: false, notice: null });
  else if (state.notice) set({ notice: null });
  else if (state.unknown.length > 0) set({ unknown: [] });
  else if (state.ticket.selected !== null) set({ ticket: { ...state.ticket, selected: null } });
  else set({ receipt: null });
}
