import { afterEach, expect, it, vi } from "vitest";
import { newId } from "@/kernel/id.ts";
import { counterOf, posProduct } from "../../../../../tests/support/counter-core.ts";
import type { PosList } from "../../rules/pos-list.ts";
import { isTicket } from "../../rules/is-ticket.ts";
import { saleRequestOf } from "../../rules/sale-request.ts";
import { createCustomer, searchCustomers, startPicking, takeCustomer, type FoundCustomer } from "./pick-customer.ts";
import { holdTicket, swapTicket } from "./park-ticket.ts";
import { submitEntry } from "./submit-entry.ts";
import { chooseMethod, openPayment, payTyped } from "./take-payment.ts";
import "./bring-parts.ts";
import { CUSTOMERS } from "./parts.ts";

const LOPEZ: FoundCustomer = { id: newId(), name: "Ana López", phone: "11 5555", document: null, balance: "500.00", creditLimit: null, oldestDebt: null, isFinalConsumer: false, priceListId: null };
const answer = (value: object, status = 200) => new Response(JSON.stringify(value), { status });
const rights = { permissions: ["customer.read", "customer.write"] };
afterEach(() => vi.unstubAllGlobals());

it("3.7 @ and words find customers, never the anonymous one, and the ticket is sold to whom was taken", async () => {
  await CUSTOMERS.load();
  vi.stubGlobal("fetch", async () => answer({ items: [{ ...LOPEZ, id: newId(), name: "Consumidor final", isFinalConsumer: true }, LOPEZ] }));
  const core = counterOf("ready", rights);
  submitEntry(core, "A-1", { scanned: false, at: 0 });
  submitEntry(core, "@lop", { scanned: false, at: 0 });
  await vi.waitFor(() => expect(core.store.getState().picking).toEqual({ words: "lop", found: [LOPEZ] }));
  takeCustomer(core, LOPEZ);
  const { ticket } = core.store.getState();
  expect(ticket.customer).toEqual({ id: LOPEZ.id, name: "Ana López", balance: "500.00", creditLimit: null, oldestDebt: null });
  expect(isTicket(JSON.parse(JSON.stringify(ticket)))).toBe(true);
  expect(isTicket({ ...ticket, customer: { id: "x", name: "", balance: "0" } })).toBe(false);
  expect(saleRequestOf(ticket, [], "100.00", "x")).toMatchObject({ customerId: LOPEZ.id });
  takeCustomer(core, null);
  expect(core.store.getState().ticket.customer).toBeUndefined();
});

it("3.7 an answer that comes after the next words is nobody's", async () => {
  const core = counterOf("ready", rights);
  startPicking(core);
  const late: ((response: Response) => void)[] = [];
  vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => late.push(resolve)));
  const first = searchCustomers(core, "l");
  const second = searchCustomers(core, "lo");
  late[1]!(answer({ items: [LOPEZ] }));
  await second;
  late[0]!(answer({ items: [] }));
  await first;
  expect(core.store.getState().picking?.found).toEqual([LOPEZ]);
});

it("3.7 name and phone make a customer", async () => {
  const core = counterOf("ready", rights);
  const bodies: unknown[] = [];
  vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
    bodies.push(JSON.parse(init.body as string));
    return answer(LOPEZ, 201);
  });
  startPicking(core, "");
  await createCustomer(core, { name: " Ana López ", phone: "11 5555", document: "" });
  startPicking(core, "");
  await createCustomer(core, { name: "Ana", phone: "", document: "30-71234567-1" });
  await createCustomer(core, { name: "Ana", phone: "", document: "12.345.678" });
  expect(bodies).toEqual([{ name: "Ana López", phone: "11 5555" }, { name: "Ana", documentType: "cuit", document: "30-71234567-1" }, { name: "Ana", documentType: "dni", document: "12.345.678" }]);
  expect(core.store.getState()).toMatchObject({ picking: null, ticket: { customer: { id: LOPEZ.id } } });
});

it("3.6 on account needs somebody who owes it, and is not asked whether it came", () => {
  const core = counterOf("ready", rights);
  submitEntry(core, "A-1", { scanned: false, at: 0 });
  openPayment(core);
  chooseMethod(core, { method: "account", count: 1 });
  expect(core.store.getState()).toMatchObject({ notice: { content: { kind: "accountNeedsCustomer" } }, chosen: { method: "cash" } });
  takeCustomer(core, LOPEZ);
  chooseMethod(core, { method: "account", count: 1 });
  payTyped(core, 1_000);
  expect(core.store.getState().receipt).toMatchObject({ payments: [{ method: "account", amount: "100.00" }], change: "0.00" });
  expect(core.store.getState().ticket.customer).toBeUndefined();
});

const TRADE: PosList = { id: newId(), name: "Gremio", kind: "derived", percent: "-10", rounding: [{ upTo: null, step: "1", ending: "0", mode: "down" }], rules: { breaks: [{ from: "5", percent: "-50" }], methods: {}, installments: [] }, prices: {} };

it("D1 a customer's list prices the ticket, quantity breaks too; a price said by hand and a discount stay; without them it costs what it costs everybody", async () => {
  const core = counterOf("ready", { permissions: [...rights.permissions, "price.override"], products: [posProduct("A-1", { salePrice: "101" }), posProduct("A-2")] });
  vi.stubGlobal("fetch", async () => answer(TRADE));
  submitEntry(core, "2*A-1", { scanned: false, at: 0 });
  submitEntry(core, "10%", { scanned: false, at: 0 });
  submitEntry(core, "A-2", { scanned: false, at: 0 });
  submitEntry(core, "=77", { scanned: false, at: 0 });
  startPicking(core, "");
  await takeCustomer(core, { ...LOPEZ, priceListId: TRADE.id });
  expect(core.store.getState().notice!.content).toMatchObject({ kind: "listTaken", name: "Gremio", changes: [{ before: "101", now: "90.00" }] });
  expect(core.store.getState()).toMatchObject({ totals: { total: "239.00" }, ticket: { customer: { list: { name: "Gremio" } }, lines: [{ unitPrice: "90.00", discount: { value: "10" } }, { unitPrice: "77" }] } });
  expect(isTicket(JSON.parse(JSON.stringify(core.store.getState().ticket)))).toBe(true);
  // What is scanned from here on, and five of it, cost what the list says.
  submitEntry(core, "3*A-1", { scanned: false, at: 0 });
  expect(core.store.getState().totals.total).toBe("293.00");
  holdTicket(core);
  submitEntry(core, "A-1", { scanned: false, at: 0 });
  expect(core.store.getState()).toMatchObject({ totals: { total: "101.00" }, rules: { breaks: [] } });
  swapTicket(core, core.store.getState().parked[0]!.ticket.id);
  expect(core.store.getState()).toMatchObject({ totals: { total: "293.00" }, rules: TRADE.rules });
  await takeCustomer(core, null);
  expect(core.store.getState()).toMatchObject({ totals: { total: "561.80" }, rules: { breaks: [] }, notice: { content: { kind: "pricesTaken" } } });
});

it("D1 a list that does not answer leaves the ticket as it was, and one that was put away prices nothing", async () => {
  const core = counterOf("ready", rights);
  submitEntry(core, "A-1", { scanned: false, at: 0 });
  startPicking(core, "");
  vi.stubGlobal("fetch", async () => Promise.reject(new Error("offline")));
  await takeCustomer(core, { ...LOPEZ, priceListId: TRADE.id });
  expect(core.store.getState()).toMatchObject({ picking: { words: "" }, notice: { content: { kind: "problem" } } });
  expect(core.store.getState().ticket.customer).toBeUndefined();
  vi.stubGlobal("fetch", async () => answer({ code: "not_found" }, 404));
  await takeCustomer(core, { ...LOPEZ, priceListId: TRADE.id });
  expect(core.store.getState().ticket.customer).toEqual({ id: LOPEZ.id, name: "Ana López", balance: "500.00", creditLimit: null, oldestDebt: null });
  expect(core.store.getState().totals.total).toBe("100.00");
});
