import { afterEach, expect, it, vi } from "vitest";
import { big } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { counterOf } from "../../../../../tests/support/counter-core.ts";
import type { CounterCore } from "./counter-core.ts";
import { findSoldBy, refundOf, scanBack, sendBack, startExchange, takeTyping } from "./give-back.ts";
import { runKey } from "./keymap.ts";
import { receiptOfTicket } from "./receipt-of-ticket.ts";
import { changeGiving, startGivingBack } from "./start-giving-back.ts";
import { submitEntry } from "./submit-entry.ts";
import { payExact } from "./take-payment.ts";
import "./bring-parts.ts";
import { LOOK_UP } from "./parts.ts";

const said = (core: CounterCore) => core.store.getState().notice?.content;
const answer = (value: object, status = 200) => new Response(JSON.stringify(value), { status });
afterEach(() => vi.unstubAllGlobals());

function typeCount(core: CounterCore, lineId: string, text: string): void {
  changeGiving(core, { typing: { lineId, text } });
  takeTyping(core);
}

/** A server with sale 7 of three A-1, of which one came back, and what it was asked. */
function serve(core: CounterCore): { path: string; body: unknown }[] {
  const asked: { path: string; body: unknown }[] = [];
  const productId = core.index.bySku.get("A-1")!.id;
  const sale = { id: newId(), number: 7, total: "270.00", soldAt: "2026-11-21T20:00:00.000Z" };
  const line = { id: newId(), productId, sku: "A-1", name: "Caño A-1", unit: "u", quantity: "3.000", total: "270.00", taxRate: "21.00", tax: "46.86", returned: "1.000" };
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    asked.push({ path, body: init?.body ? JSON.parse(init.body as string) : null });
    if (path.endsWith("/returns")) return answer({ id: newId(), number: 4, saleNumber: 7, returnedAt: sale.soldAt, memberName: "Ana", total: "180.00", lines: [], refunds: [], storeCredits: [] }, 201);
    return answer(path.includes("?") ? { items: [sale] } : { ...sale, status: "completed", lines: [line] });
  });
  return asked;
}

it("3.8 goods come back by their sale's number, no more than are left, with a reason, and only then", async () => {
  const core = counterOf("ready", { permissions: ["sale.return"] });
  const asked = serve(core);
  startGivingBack(core);
  await findSoldBy(core, "8");
  expect(said(core)).toEqual({ kind: "noSuchSale", number: "8" });
  await findSoldBy(core, "7");
  const line = core.store.getState().givingBack!.sale!.lines[0]!;
  expect(line).toMatchObject({ left: "2" });
  scanBack(core, "A-1");
  scanBack(core, "A-2");
  expect(said(core)).toEqual({ kind: "notInSale", code: "Caño A-2" });
  typeCount(core, line.id, "3");
  expect(said(core)).toMatchObject({ kind: "moreThanSold", left: "2" });
  typeCount(core, line.id, "2");
  expect(refundOf(core.store.getState().givingBack!)).toBe("180.00");
  await sendBack(core, { refund: "cash", reason: " " });
  expect(said(core)).toEqual({ kind: "reasonFirst" });
  await sendBack(core, { refund: "cash", reason: "broken" });
  expect(asked.at(-1)).toMatchObject({ body: { lines: [{ saleLineId: line.id, quantity: "2" }], refund: "cash", reason: "broken" } });
  expect(core.store.getState().givingBack).toBeNull();
  expect(said(core)).toEqual({ kind: "gaveBack", number: "4", total: "180.00", code: null });
});

it("3.8 a count that stands in its field is taken by whoever goes on, and one that cannot be goes nowhere", async () => {
  const core = counterOf("ready", { permissions: ["sale.return"] });
  const asked = serve(core);
  const open = async (text: string) => {
    startGivingBack(core);
    await findSoldBy(core, "7");
    changeGiving(core, { typing: { lineId: core.store.getState().givingBack!.sale!.lines[0]!.id, text } });
  };
  await open("1");
  startExchange(core);
  expect(core.store.getState()).toMatchObject({ givingBack: null, ticket: { back: [{ quantity: "1", total: "90.00" }] } });
  await open("2");
  await sendBack(core, { refund: "cash", reason: "broken" });
  expect(asked.at(-1)).toMatchObject({ body: { lines: [{ quantity: "2" }] } });
  await open("1");
  scanBack(core, "A-1");
  changeGiving(core, { typing: { lineId: core.store.getState().givingBack!.sale!.lines[0]!.id, text: "3" } });
  const before = asked.length;
  await sendBack(core, { refund: "cash", reason: "broken" });
  expect(asked.length).toBe(before);
  expect(said(core)).toMatchObject({ kind: "moreThanSold", left: "2" });
});

it("3.8 while goods come back no key charges or changes the ticket that nobody sees", async () => {
  const core = counterOf("ready", { permissions: ["sale.return"] });
  submitEntry(core, "A-1", { scanned: false, at: 0 });
  startGivingBack(core);
  const press = (key: string, ctrlKey = false) => runKey(core, { key, ctrlKey, metaKey: false, altKey: false, shiftKey: false });
  for (const swallowed of [press("F10"), press("Enter", true), press("Delete"), press("F8")]) expect(swallowed).toBe(true);
  expect(core.store.getState()).toMatchObject({ paying: null, receipt: null, parked: [] });
  expect(core.store.getState().ticket.lines).toHaveLength(1);
});

it("3.8 without the right to it nothing comes back", () => {
  const core = counterOf("ready", { permissions: [] });
  startGivingBack(core);
  expect(core.store.getState().givingBack).toBeNull();
  expect(said(core)).toMatchObject({ kind: "refusal", code: "forbidden" });
});

it("3.4 # says what a sale came to", async () => {
  await LOOK_UP.load();
  const core = counterOf("ready");
  serve(core);
  submitEntry(core, "#7", { scanned: false, at: 0 });
  await vi.waitFor(() => expect(said(core)).toMatchObject({ kind: "sale", number: "7", total: "270.00" }));
});

it("3.8 F6 the till's paper of an exchange says what came back, with its VAT taken off, and what is given", async () => {
  const core = counterOf("ready", { permissions: ["sale.return"] });
  serve(core);
  startGivingBack(core);
  await findSoldBy(core, "7");
  scanBack(core, "A-1");
  startExchange(core);
  submitEntry(core, "A-1", { scanned: false, at: 0 });
  payExact(core);
  const sold = core.store.getState().receipt!;
  const content = receiptOfTicket(sold, core.setting);
  expect(content).toMatchObject({ back: [{ name: "Caño A-1", quantity: "1", number: "7", total: "90.00" }], total: sold.total, credits: [] });
  const taken = sold.totals.taxByRate[0]!.tax;
  expect(content.taxes).toEqual([{ rate: "21", tax: big(taken).minus("15.62").toFixed(2) }]);
  expect(receiptOfTicket({ ...sold, credit: "5.00" }, core.setting).credits).toEqual([{ code: null, amount: "5.00" }]);
});
