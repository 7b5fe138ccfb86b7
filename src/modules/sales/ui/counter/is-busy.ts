import type { CounterState } from "./counter-state.ts";

/** Whether something other than the entry field is being typed into, which keeps the focus until it is done. */
export function isBusy({ editor, paying, resolving, picking, asking, givingBack }: CounterState): boolean {
  return editor !== null || paying !== null || resolving !== null || picking !== null || asking !== null || givingBack !== null;
}
