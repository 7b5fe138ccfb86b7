import { expect, it } from "vitest";
import { gtinCheckDigit } from "@/kernel/barcode.ts";
import { counterOf, posProduct } from "../../../../../tests/support/counter-core.ts";
import { applyDelta } from "../../rules/pos-index.ts";
import { applyAction } from "./apply-action.ts";
import { commitEditor } from "./commit-editor.ts";
import type { CounterCore } from "./counter-core.ts";
import { heldIds } from "./held-tickets.ts";
import { runKey } from "./keymap.ts";
import { takeScan } from "./listen-keys.ts";
import { pricesMoved, tellNewPrices } from "./new-prices.ts";
import { noteLostDemand } from "./note-lost-demand.ts";
import { openEditor, typeInEditor } from "./open-editor.ts";
import { holdTicket, swapTicket } from "./park-ticket.ts";
import { stepBack } from "./step-back.ts";
import { submitEntry, typeEntry } from "./submit-entry.ts";
import { chooseMethod, openPayment, payExact, payTyped, typePayment } from "./take-payment.ts";

const EAN = "7790895000997";
const press = (core: CounterCore, key: string) => runKey(core, { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false });
const enter = (core: CounterCore, text: string, scanned = false, at = 0) => submitEntry(core, text, { scanned, at });
const lines = (core: CounterCore) => core.store.getState().ticket.lines.map(({ name, quantity }) => [name, quantity]);
const said = (core: CounterCore) => core.store.getState().notice?.content;

it("3.3 the AIM prefix, a UPC without its zero and the code of a box all find their product", () => {
  const upc = `01234567890${gtinCheckDigit("01234567890")}`;
  const box = `1779089500099${gtinCheckDigit("1779089500099")}`;
  const core = counterOf("ready", { products: [posProduct("A-1", { barcodes: [{ code: EAN, packSize: "1" }, { code: box, packSize: "12" }] }), posProduct("A-2", { barcodes: [{ code: `0${upc}`, packSize: "1" }] })] });
  enter(core, `]E0${EAN}`, true, 0);
  enter(core, upc, true, 1_000);
  enter(core, box, true, 2_000);
  expect(lines(core)).toEqual([["Caño A-1", "1"], ["Caño A-2", "1"], ["Caño A-1", "12"]]);
});

it.each(["quantity", "price", "lineDiscount", "ticketDiscount"] as const)("3.3 a code that lands in the field of %s is a scan and no number", (field) => {
  const core = counterOf("ready", { products: [posProduct("A-1"), posProduct("B-1", { barcodes: [{ code: EAN, packSize: "1" }] })] });
  enter(core, "A-1");
  openEditor(core, field);
  typeInEditor(core, EAN);
  commitEditor(core, 0);
  expect(lines(core)).toEqual([["Caño A-1", "1"], ["Caño B-1", "1"]]);
  expect(said(core)).toEqual({ kind: "notANumber" });
  expect(core.store.getState()).toMatchObject({ editor: null, totals: { total: "200.00", discount: "0.00" } });
});

it("3.3 a code that lands in the amount handed over is a scan, and nothing is charged", () => {
  const core = counterOf("ready", { products: [posProduct("A-1"), posProduct("B-1", { barcodes: [{ code: EAN, packSize: "1" }] })] });
  enter(core, "A-1");
  openPayment(core);
  typePayment(core, EAN);
  payTyped(core, 0);
  expect(lines(core)).toEqual([["Caño A-1", "1"], ["Caño B-1", "1"]]);
  expect(core.store.getState()).toMatchObject({ paying: null, receipt: null });
});

it.each([`*${EAN}`, `=${EAN}`, `${EAN}%`, `${EAN}-`, `$${EAN}`, `${EAN}*`])("3.3 a code inside the command %s is a scan and no number", (text) => {
  const core = counterOf("ready", { products: [posProduct("A-1"), posProduct("B-1", { barcodes: [{ code: EAN, packSize: "1" }] })] });
  enter(core, "A-1");
  enter(core, text);
  expect(lines(core)).toEqual([["Caño A-1", "1"], ["Caño B-1", "1"]]);
  expect(core.store.getState().totals.total).toBe("200.00");
});

it("R5 a scan leaves payment, editor and questions as they were before it", () => {
  const core = counterOf("ready");
  enter(core, "A-1");
  openPayment(core);
  takeScan(core, "A-2", "", 5_000);
  expect(core.store.getState()).toMatchObject({ paying: null, editor: null, resolving: null, settling: null });
  expect(lines(core)).toEqual([["Caño A-1", "1"], ["Caño A-2", "1"]]);
});

it("R6 unknown codes queue up while scanning goes on, and Esc goes on too", () => {
  const core = counterOf("ready");
  enter(core, "7791111111110", true, 0);
  enter(core, "7792222222229", true, 1_000);
  expect(said(core)).toEqual({ kind: "unknown", code: "7792222222229", more: 1 });
  enter(core, "A-1", true, 2_000);
  expect(core.store.getState()).toMatchObject({ unknown: ["7791111111110", "7792222222229"], notice: null });
  stepBack(core);
  expect(core.store.getState().unknown).toEqual([]);
});

it("3.10 one code of two products asks which", () => {
  const core = counterOf("ready", { products: [posProduct("A-1", { barcodes: [{ code: "555", packSize: "1" }] }), posProduct("555")] });
  enter(core, "2*555");
  expect(lines(core)).toEqual([]);
  expect(said(core)).toEqual({ kind: "twoProducts" });
  expect(core.store.getState().results.map(({ sku }) => sku)).toEqual(["A-1", "555"]);
});

it("3.4 limits of the member are said in words: discount with the most there is, price without the right", () => {
  const core = counterOf("ready", { permissions: [], maxDiscountPercent: "10" });
  enter(core, "A-1");
  enter(core, "15%");
  expect(said(core)).toMatchObject({ kind: "refusal", code: "discount_over_limit", params: { max: { figure: "10" } }, ask: { needs: { discountPercent: "15.00" } } });
  enter(core, "=50");
  expect(said(core)).toMatchObject({ kind: "refusal", code: "price_override", ask: { needs: { price: true } } });
  enter(core, "10%");
  expect(core.store.getState().totals.total).toBe("90.00");
});

it("3.4 Enter on a line that was walked to says all of it; without one it does nothing", () => {
  const core = counterOf("ready");
  enter(core, "2*A-1");
  enter(core, "");
  expect(said(core)).toBeUndefined();
  applyAction(core, { kind: "move", by: -1 });
  enter(core, "");
  expect(said(core)).toMatchObject({ kind: "line", line: { sku: "A-1", quantity: "2" }, total: "200.00", stock: "5" });
});

it("3.6 a card or a transfer that nobody is connected to is asked for once more; cash is not", () => {
  const core = counterOf("ready");
  enter(core, "A-1");
  openPayment(core);
  chooseMethod(core, { method: "wallet", count: 1 });
  payTyped(core, 1_000);
  expect(said(core)).toEqual({ kind: "settled", amount: "100.00" });
  payTyped(core, 1_100);
  expect(core.store.getState().receipt).toBeNull();
  stepBack(core);
  expect(core.store.getState()).toMatchObject({ settling: null, paying: "100,00" });
  payTyped(core, 2_000);
  payTyped(core, 3_000);
  expect(core.store.getState().receipt).toMatchObject({ total: "100.00" });
  enter(core, "A-2");
  openPayment(core);
  payTyped(core, 4_000);
  expect(core.store.getState().receipt).toMatchObject({ tendered: "100.00", change: "0.00" });
});

it("3.5 whoever charges takes the number that stands in a line's editor with it, and charges nothing while that is none", () => {
  const core = counterOf("ready");
  enter(core, "A-1");
  openEditor(core, "quantity");
  typeInEditor(core, "cinco");
  openPayment(core);
  expect(core.store.getState()).toMatchObject({ paying: null, editor: { text: "cinco" }, notice: { content: { code: "not_a_number" } } });
  payExact(core);
  expect(core.store.getState().receipt).toBeNull();
  typeInEditor(core, "5");
  openPayment(core);
  expect(core.store.getState()).toMatchObject({ paying: "500,00", editor: null });
  // What nobody changed is no change of the line.
  const { past } = core.store.getState().ticket;
  openEditor(core, "price");
  openPayment(core);
  expect(core.store.getState().ticket.past).toBe(past);
  openEditor(core, "price");
  typeInEditor(core, "200");
  payExact(core);
  expect(core.store.getState().receipt).toMatchObject({ total: "1000.00" });
});

it("3.5 a number typed in an editor is taken by whatever key comes next, and dropped by Esc alone", () => {
  const core = counterOf("ready");
  enter(core, "A-1");
  const edit = (key: string, text: string) => {
    press(core, key);
    typeInEditor(core, text);
  };
  edit("F3", "4");
  press(core, "F4");
  expect(core.store.getState()).toMatchObject({ editor: { field: "price", text: "100,00" }, ticket: { lines: [{ quantity: "4" }] } });
  typeInEditor(core, "50");
  press(core, "F6");
  expect(core.store.getState()).toMatchObject({ editor: { field: "lineDiscount" }, totals: { total: "200.00" } });
  typeInEditor(core, "10");
  press(core, "F6");
  expect(core.store.getState()).toMatchObject({ editor: { field: "ticketDiscount" }, totals: { total: "200.00" } });
  stepBack(core);
  edit("F3", "seis");
  press(core, "F8");
  expect(core.store.getState()).toMatchObject({ parked: [], editor: { text: "seis" }, notice: { content: { code: "not_a_number" } } });
  typeInEditor(core, "6");
  press(core, "F8");
  expect(core.store.getState()).toMatchObject({ editor: null, parked: [{ ticket: { lines: [{ quantity: "6" }] } }] });
  swapTicket(core, core.store.getState().parked[0]!.ticket.id);
  edit("F3", "9");
  stepBack(core);
  expect(core.store.getState().ticket.lines[0]).toMatchObject({ quantity: "6" });
});

it("3.4 what waits for its second Enter is answered before anything is charged", () => {
  const core = counterOf("ready");
  enter(core, "A-1");
  enter(core, "*5000");
  expect(core.store.getState().notice?.content).toMatchObject({ kind: "confirmQuantity", quantity: "5000" });
  core.store.setState({ notice: null });
  openPayment(core);
  payExact(core);
  expect(core.store.getState()).toMatchObject({ paying: null, receipt: null, notice: { content: { kind: "confirmQuantity", quantity: "5000" } } });
  stepBack(core);
  openPayment(core);
  expect(core.store.getState()).toMatchObject({ paying: "100,00", confirming: null });
});

it("3.7 a ticket on hold goes aside and comes back; on an empty counter its key lists what stands aside", () => {
  const core = counterOf("ready");
  holdTicket(core);
  expect(said(core)).toEqual({ kind: "nothingHeld" });
  enter(core, "A-1");
  // What was asked of this ticket is not asked of the next one.
  core.store.setState({ picking: { words: "lop", found: [] } });
  holdTicket(core);
  expect(core.store.getState().picking).toBeNull();
  expect([lines(core), core.store.getState().parked.length]).toEqual([[], 1]);
  enter(core, "A-2");
  swapTicket(core, core.store.getState().parked[0]!.ticket.id);
  expect(lines(core)).toEqual([["Caño A-1", "1"]]);
  core.store.setState({ ticket: { ...core.store.getState().ticket, lines: [] } });
  holdTicket(core);
  expect(core.store.getState().heldList).toEqual({ picked: 0, words: "" });
  expect(heldIds(core.store.getState())).toEqual([core.store.getState().parked[0]!.ticket.id]);
  stepBack(core);
  expect(core.store.getState()).toMatchObject({ heldList: null, parked: [{}] });
  holdTicket(core);
  enter(core, "A-1");
  expect(core.store.getState().heldList).toBeNull();
});

it("3.11 an open ticket keeps the price that was told, says the new one once, and takes it before money is taken", () => {
  const core = counterOf("ready");
  enter(core, "A-1");
  const known = core.index.bySku.get("A-1")!;
  applyDelta(core.index, { full: false, products: [{ ...known, salePrice: "120" }], removed: [] });
  const told = tellNewPrices(core, new Map());
  expect(said(core)).toMatchObject({ kind: "newPrices", changes: [{ name: "Caño A-1", before: "100", now: "120" }] });
  core.store.setState({ notice: null });
  tellNewPrices(core, told);
  expect(said(core)).toBeUndefined();
  expect(core.store.getState().totals.total).toBe("100.00");
  expect(pricesMoved(core)).toBe(true);
  expect(core.store.getState().totals.total).toBe("120.00");
  expect(pricesMoved(core)).toBe(false);
});

it("F9 «none» means what is typed, else what the strip speaks of, else a line that the shelf cannot serve", () => {
  const core = counterOf("ready", { products: [posProduct("A-1", { stock: "0" }), posProduct("A-2", { stock: "9" })] });
  const noted: object[] = [];
  core.lost = { add: (demand) => noted.push(demand), flush: async () => undefined };
  const id = (sku: string) => core.index.bySku.get(sku)!.id;
  typeEntry(core, "3*caño de gas");
  noteLostDemand(core);
  typeEntry(core, "A-2");
  noteLostDemand(core);
  enter(core, "7791111111110", true, 0);
  noteLostDemand(core);
  enter(core, "2*A-1");
  noteLostDemand(core);
  expect(noted).toMatchObject([{ words: "caño de gas", quantity: "3" }, { productId: id("A-2"), quantity: "1" }, { words: "7791111111110", quantity: "1" }, { productId: id("A-1"), quantity: "2" }]);
  expect(lines(core)).toEqual([]);
  enter(core, "A-2");
  noteLostDemand(core);
  expect(noted).toHaveLength(4);
  expect(said(core)).toEqual({ kind: "noneOfWhat" });
});
