import { afterEach, expect, it, vi } from "vitest";
import { counterOf } from "../../../../../tests/support/counter-core.ts";
import type { CounterCore } from "./counter-core.ts";
import { findSoldBy, scanBack } from "./give-back.ts";
import { payExact } from "./take-payment.ts";
import { startUnreceipted, takeUnreceipted, typeUnreceiptedCount } from "./take-unreceipted.ts";
import type { PendingSale } from "./sale-outbox.ts";
import { startGivingBack } from "./start-giving-back.ts";

const said = (core: CounterCore) => core.store.getState().notice?.content;
afterEach(() => vi.unstubAllGlobals());

/** A counter where A-1 was never sold, and is worth 80 when it comes back. */
async function atTheForm(permissions: string[]): Promise<{ core: CounterCore; sent: Omit<PendingSale, "attempts">[] }> {
  const sent: Omit<PendingSale, "attempts">[] = [];
  const core = { ...counterOf("ready", { permissions: ["sale.return", ...permissions] }), outbox: { add: (sale: Omit<PendingSale, "attempts">) => void sent.push(sale), flush: async () => undefined, pending: () => [] } };
  vi.stubGlobal("fetch", async (path: string) => new Response(JSON.stringify(path.endsWith("/return-price") ? { productId: "x", unitPrice: "80.0000", days: 90 } : { items: [] })));
  startGivingBack(core);
  await findSoldBy(core, "A-1");
  expect(said(core)).toEqual({ kind: "noSaleOf", name: "Caño A-1" });
  await startUnreceipted(core, core.store.getState().givingBack!.recent!.productId);
  return { core, sent };
}

it("3.8 F4 what comes back without its sale goes onto the ticket at what the server says, and the ticket alone gives its money back", async () => {
  const { core, sent } = await atTheForm(["return.unreceipted"]);
  scanBack(core, "A-1");
  expect(core.store.getState().givingBack!.unreceipted).toMatchObject({ count: "2", lowest: "80.0000" });
  takeUnreceipted(core, { price: "80", reason: " " });
  expect(said(core)).toEqual({ kind: "reasonFirst" });
  takeUnreceipted(core, { price: "80", reason: "perdió el ticket" });
  expect(core.store.getState()).toMatchObject({ givingBack: null, ticket: { back: [{ quantity: "2", total: "160.00", tax: "27.77" }], backReason: "perdió el ticket" } });
  payExact(core);
  expect(sent[0]!.request).toMatchObject({ lines: [{ quantity: "-2" }], notes: "perdió el ticket", refund: "cash", expectedTotal: "-160.00" });
  expect(sent[0]!.request.lines[0]).not.toHaveProperty("unitPrice");
});

it("3.8 F7 who has no right to it, or says another price, is asked for a second member's word", async () => {
  const { core } = await atTheForm([]);
  takeUnreceipted(core, { price: "95", reason: "lo recuerda" });
  expect(core.store.getState().asking).toMatchObject({ needs: { unreceipted: true, price: true }, refused: { kind: "unreceipted", line: { unitPrice: "95" } } });
  expect(core.store.getState().ticket.back).toBeUndefined();
});

it("3.3 how much comes back is no barcode, no half of what is sold whole, and more than nothing", async () => {
  const { core } = await atTheForm(["return.unreceipted"]);
  for (const [typed, code] of [["0", "quantity_zero"], ["1,5", "quantity_not_fractional"], ["x", "not_a_number"]] as const) {
    typeUnreceiptedCount(core, typed);
    expect(said(core)).toMatchObject({ kind: "refusal", code });
  }
  typeUnreceiptedCount(core, "3");
  expect(core.store.getState().givingBack!.unreceipted).toMatchObject({ count: "3" });
});
