import type { Decimal } from "@/kernel/decimal.ts";
import type { PosProduct } from "../../rules/pos-product.ts";
import { notifyRefusal } from "./apply-action.ts";
import { askServer } from "./ask-server.ts";
import { may, notify, type CounterCore } from "./counter-core.ts";
import { EMPTY_ENTRY, NOT_PAYING } from "./counter-state.ts";
import { submitEntry } from "./submit-entry.ts";

/** Opens the row that makes a product of the code which the strip speaks of, or gives it to one. */
export function startResolving(core: CounterCore, how: "create" | "attach"): void {
  const { unknown } = core.store.getState();
  const code = unknown.at(-1);
  if (code === undefined) return;
  if (!may(core, "product.write")) return notifyRefusal(core, "forbidden");
  core.store.setState({ ...EMPTY_ENTRY, resolving: { code, how }, editor: null, ...NOT_PAYING, help: false });
}

/** Says the code again that waits longest on top of the queue, without its sound. */
export function showUnknown(core: CounterCore): void {
  const { unknown } = core.store.getState();
  const code = unknown.at(-1);
  if (code !== undefined) core.store.setState({ notice: { content: { kind: "unknown", code, more: unknown.length - 1 }, tone: "error" } });
}

/** A product of name and price, with the code; it goes onto the ticket at once. */
export function createUnknown(core: CounterCore, code: string, { name, salePrice }: { name: string; salePrice: Decimal | null }): Promise<void> {
  return resolve(core, code, "POST", "/api/v1/back-office/products", { name, barcodes: [code], ...(salePrice === null ? {} : { salePrice }) });
}

/** The product has one code more from now on. */
export function attachUnknown(core: CounterCore, code: string, product: PosProduct): Promise<void> {
  return resolve(core, code, "PATCH", `/api/v1/back-office/products/${product.id}`, { barcodes: [...product.barcodes.map((known) => known.code), code] });
}

async function resolve(core: CounterCore, code: string, method: "POST" | "PATCH", path: string, body: object): Promise<void> {
  const done = await askServer(core, method, path, body);
  if (!done.ok) return notify(core, { kind: "problem", message: done.message }, "error");
  await core.refreshCatalogue();
  core.store.setState(({ unknown }) => ({ resolving: null, notice: null, unknown: unknown.filter((each) => each !== code) }));
  core.lastScan = null;
  submitEntry(core, code, { scanned: true, at: core.now() });
}
