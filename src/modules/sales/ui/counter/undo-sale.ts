import { askServer } from "./ask-server.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { putOnCounter } from "./park-ticket.ts";
import { mayUndoSale } from "./undo-window.ts";

/** Takes the last sale back by its reversal, and its ticket onto the counter again under a new id. Its number stays a cancelled sale's. */
export async function undoSale(core: CounterCore): Promise<void> {
  const { receipt } = core.store.getState();
  if (!receipt || receipt.number === null || !mayUndoSale(core)) return;
  const { saleId, number } = receipt;
  const { approval: _word, ...ticket } = receipt.ticket;
  // Once only: the key that is pressed again undoes nothing else.
  core.store.setState({ receipt: null });
  const done = await askServer(core, "POST", `/api/v1/ops/sales/${saleId}/cancel`, { reason: core.setting.undoReason });
  // It was taken back already: the answer was lost, and the key is pressed once more.
  if (!done.ok && done.code !== "sale_cancelled") {
    core.store.setState((state) => ({ receipt: state.receipt ?? receipt }));
    return notify(core, { kind: "problem", message: done.message }, "error");
  }
  core.store.setState((state) => (state.lastSold?.saleId === saleId ? { lastSold: null } : {}));
  putOnCounter(core, { ...ticket, id: core.newTicketId() });
  notify(core, { kind: "saleUndone", number });
  void core.refreshCatalogue();
}
