import { newId } from "@/kernel/id.ts";
import { paperWidth } from "../paper-width.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { receiptOfTicket } from "./receipt-of-ticket.ts";

/** Body of POST /api/v1/ops/sales/{saleId}/prints. */
export interface PrintNote {
  id: string;
  saleId: string;
  returnId?: string;
  form: string;
  isCopy: boolean;
}

/**
 * Puts what was sold or taken back last on paper; the page of the browser itself is never what a cashier wants printed. All but the first
 * are copies. The printer waits for nobody: the server hears of it afterwards.
 */
export function printReceipt(core: CounterCore): void {
  const { lastSold, lastBack, printed } = core.store.getState();
  if (!lastSold && !lastBack) return notify(core, { kind: "nothingToPrint" }, "warning");
  const id = newId();
  const width = paperWidth(core.setting.shop.slug);
  const document = lastBack ? { saleId: lastBack.saleId, returnId: lastBack.returnId } : { saleId: lastSold!.saleId };
  const key = lastBack?.returnId ?? lastSold!.saleId;
  const isCopy = printed.includes(key);
  core.store.setState({ printing: { id, content: lastBack?.content ?? receiptOfTicket(lastSold!, core.setting), isCopy, width }, printed: [...printed, key].slice(-50) });
  core.prints.add({ id, ...document, form: width, isCopy });
}
