import { notify, type CounterCore } from "./counter-core.ts";

/** Puts the last sale on paper; the page of the browser itself is never what a cashier wants printed. */
export function printReceipt(core: CounterCore): void {
  if (core.store.getState().lastSold) core.store.setState({ printing: true });
  else notify(core, { kind: "nothingToPrint" }, "warning");
}
