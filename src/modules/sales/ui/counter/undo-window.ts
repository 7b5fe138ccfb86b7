import { may, type CounterCore } from "./counter-core.ts";
import type { Receipt } from "./counter-state.ts";

/** How long a sale can be undone from where it was made; later it is cancelled or given back. */
export const UNDO_MS = 10_000;

/** Milliseconds that are left of it; zero or less when it is over. */
export function undoLeft({ soldAt }: Pick<Receipt, "soldAt">): number {
  return UNDO_MS - (Date.now() - Date.parse(soldAt));
}

/** Whether the last sale is in sight, numbered, and young enough. */
export function mayUndoSale(core: CounterCore): boolean {
  const { receipt } = core.store.getState();
  return receipt !== null && receipt.number !== null && undoLeft(receipt) > 0 && may(core, "sale.cancel");
}
