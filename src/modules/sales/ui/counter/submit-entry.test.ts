import { expect, it } from "vitest";
import { gtinCheckDigit } from "@/kernel/barcode.ts";
import { applyDelta } from "../../rules/pos-index.ts";
import { saleRequestOf } from "../../rules/sale-request.ts";
import { totalTicket } from "../../rules/ticket.ts";
import { counterOf, posProduct } from "../../../../../tests/support/counter-core.ts";
import type { CounterCore } from "./counter-core.ts";
import { submitEntry, takeEarly, typeEntry } from "./submit-entry.ts";

const enter = (core: CounterCore, text: string, at = 0, scanned = false) => submitEntry(core, text, { scanned, at });
const lines = (core: CounterCore) => core.store.getState().ticket.lines.map(({ name, quantity }) => [name, quantity]);

it("keeps the order of what is entered before the catalogue is there", () => {
  const core = counterOf("loading");
  typeEntry(core, "2*");
  enter(core, "1");
  enter(core, "$1500 pan");
  typeEntry(core, "3*");
  enter(core, "2");
  enter(core, "10%");
  expect(lines(core)).toEqual([]);
  expect(core.early.map(({ text }) => text)).toEqual(["2*1", "$1500 pan", "3*2", "10%"]);

  core.store.setState({ catalogue: { status: "ready", size: 2, version: 1 } });
  core.store.setState({ entry: "cañ" });
  takeEarly(core);
  expect(core.store.getState().entry).toBe("cañ");
  expect(lines(core)).toEqual([["Caño A-1", "2"], ["pan", "1"], ["Caño A-2", "3"]]);
  expect(core.store.getState().ticket.lines.at(-1)?.discount).toEqual({ kind: "percent", value: "10" });
});

it("does not lose a scan that came before the catalogue", () => {
  const core = counterOf("loading");
  enter(core, "A-1", 1_000, true);
  enter(core, "A-1", 1_100, true);
  enter(core, "A-1", 2_000, true);
  core.store.setState({ catalogue: { status: "ready", size: 2, version: 1 } });
  takeEarly(core);
  expect(lines(core)).toEqual([["Caño A-1", "2"]]);
});

it("does nothing on an empty Enter", () => {
  const core = counterOf("ready");
  const before = core.store.getState().ticket;
  enter(core, "");
  enter(core, "  ");
  expect(core.store.getState().ticket).toBe(before);
});

it("counts a label that bounced once", () => {
  const core = counterOf("ready");
  enter(core, "A-1", 1_000, true);
  enter(core, "A-1", 1_100, true);
  expect(lines(core)).toEqual([["Caño A-1", "1"]]);
  enter(core, "A-1", 1_400, true);
  expect(lines(core)).toEqual([["Caño A-1", "2"]]);
});

it("asks again before a thousand of something", () => {
  const core = counterOf("ready");
  enter(core, "1500*A-1");
  expect(lines(core)).toEqual([]);
  enter(core, "", 100);
  expect(lines(core)).toEqual([]);
  enter(core, "", 500);
  expect(lines(core)).toEqual([["Caño A-1", "1500"]]);
});

it("reads the labels of the shop's scales, and sends them as they are", () => {
  const core = counterOf("ready");
  const withCheck = (body: string) => body + gtinCheckDigit(body);
  applyDelta(core.index, { full: true, products: [{ ...posProduct("00123"), name: "Queso", unit: "kg", salePrice: "8000" }, { ...posProduct("77"), name: "Pan", unit: "kg", salePrice: null }], removed: [] });
  enter(core, withCheck("200012300350"), 0, true);
  enter(core, withCheck("210012302000"), 2_000, true);
  expect(lines(core)).toEqual([["Queso", "0.350"], ["Queso", "0.003"]].map(([name, quantity]) => [name, quantity!.replace(/0$/, "")]));
  const { ticket } = core.store.getState();
  expect(saleRequestOf(ticket, [], totalTicket(ticket, []).total, "Varios")).toMatchObject({ lines: [{ barcode: withCheck("200012300350"), quantity: "1" }, { barcode: withCheck("210012302000"), quantity: "1" }], expectedTotal: "2820.00" });
  enter(core, withCheck("200007700500"), 4_000, true);
  expect(core.store.getState().ticket.lines.at(-1)).toMatchObject({ name: "Pan", quantity: "0.5", unitPrice: "0" });
  enter(core, withCheck("209999900500"), 6_000, true);
  expect(core.store.getState().unknown).toEqual([withCheck("209999900500")]);
});
