import type { CounterCore } from "./counter-core.ts";
import { listedHeld } from "./held-tickets.ts";
import { swapTicket } from "./park-ticket.ts";

/** What the arrows and Enter do in the list of what stands aside. */
export function heldKeys(core: CounterCore): Record<string, () => unknown> {
  const { heldList } = core.store.getState();
  if (!heldList) return {};
  const listed = listedHeld(core);
  const go = (to: number) => () => core.store.setState({ heldList: { ...heldList, picked: Math.max(0, Math.min(listed.length - 1, to)) } });
  const wanted = listed[heldList.picked];
  return { ArrowDown: go(heldList.picked + 1), ArrowUp: go(heldList.picked - 1), ...(wanted === undefined ? {} : { Enter: () => swapTicket(core, wanted.id) }) };
}
