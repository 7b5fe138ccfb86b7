import { afterEach, expect, it, vi } from "vitest";
import { counterOf } from "../../../../../tests/support/counter-core.ts";
import { submitEntry } from "./submit-entry.ts";
import { openPayment, payTyped } from "./take-payment.ts";
import { undoSale } from "./undo-sale.ts";

const refused = (status: number, code: string) => new Response(JSON.stringify({ code, detail: code }), { status });
afterEach(() => vi.unstubAllGlobals());

/** A counter that has just sold, and whose sale has its number. */
function sold() {
  const core = counterOf("ready", { permissions: ["sale.cancel"] });
  submitEntry(core, "A-1", { scanned: false, at: 0 });
  openPayment(core);
  payTyped(core, 1_000);
  core.store.setState(({ receipt }) => ({ receipt: { ...receipt!, number: "7" } }));
  return core;
}
const lines = (core: ReturnType<typeof sold>) => core.store.getState().ticket.lines.map(({ name }) => name);

it("3.8 an undoing whose answer was lost is pressed again: the ticket comes back, under another id", async () => {
  const core = sold();
  const before = core.store.getState().receipt!.ticket.id;
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("lost")));
  await undoSale(core);
  expect(core.store.getState()).toMatchObject({ receipt: { number: "7" }, notice: { content: { kind: "problem" } } });
  vi.stubGlobal("fetch", async () => refused(409, "sale_cancelled"));
  await undoSale(core);
  expect(lines(core)).toEqual(["Caño A-1"]);
  expect(core.store.getState()).toMatchObject({ receipt: null, notice: { content: { kind: "saleUndone", number: "7" } } });
  expect(core.store.getState().ticket.id).not.toBe(before);
});

it("3.8 an undoing that is refused leaves the sale as it is, and two presses at once ask once", async () => {
  const core = sold();
  const fetched = vi.fn(async () => refused(403, "forbidden"));
  vi.stubGlobal("fetch", fetched);
  await Promise.all([undoSale(core), undoSale(core)]);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(lines(core)).toEqual([]);
  expect(core.store.getState()).toMatchObject({ receipt: { number: "7" } });
});
