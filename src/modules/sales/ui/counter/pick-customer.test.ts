import { afterEach, expect, it, vi } from "vitest";
import { newId } from "@/kernel/id.ts";
import { counterOf } from "../../../../../tests/support/counter-core.ts";
import { isTicket } from "../../rules/is-ticket.ts";
import { saleRequestOf } from "../../rules/sale-request.ts";
import { createCustomer, searchCustomers, startPicking, takeCustomer, type FoundCustomer } from "./pick-customer.ts";
import { submitEntry } from "./submit-entry.ts";
import { chooseMethod, openPayment, payTyped } from "./take-payment.ts";

const LOPEZ: FoundCustomer = { id: newId(), name: "Ana López", phone: "11 5555", document: null, balance: "500.00", creditLimit: null, oldestDebt: null, isFinalConsumer: false };
const answer = (value: object, status = 200) => new Response(JSON.stringify(value), { status });
const rights = { permissions: ["customer.read", "customer.write"] };
afterEach(() => vi.unstubAllGlobals());

it("3.7 @ and words find customers, never the anonymous one, and the ticket is sold to whom was taken", async () => {
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
  await createCustomer(core, { name: " Ana López ", phone: "11 5555" });
  expect(bodies).toEqual([{ name: "Ana López", phone: "11 5555" }]);
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
