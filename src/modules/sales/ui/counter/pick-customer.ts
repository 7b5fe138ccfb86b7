import type { Decimal } from "@/kernel/decimal.ts";
import { notifyRefusal } from "./apply-action.ts";
import { askServer } from "./ask-server.ts";
import { may, notify, type CounterCore } from "./counter-core.ts";
import type { PosList } from "../../rules/pos-list.ts";
import { EMPTY_ENTRY, NOT_PAYING } from "./counter-state.ts";
import { backOn, loadList } from "./follow-lists.ts";
import { takeNewPrices } from "./new-prices.ts";
import { askAnew, chooseMethod } from "./take-payment.ts";

export interface FoundCustomer {
  id: string;
  name: string;
  phone: string | null;
  document: string | null;
  /** What they owe; negative: the shop owes them. */
  balance: Decimal;
  /** How much they may owe; null: without limit. */
  creditLimit: Decimal | null;
  /** Day of the oldest sale that they have not paid. */
  oldestDebt: string | null;
  isFinalConsumer: boolean;
  /** Null: they pay what everybody does. */
  priceListId: string | null;
}

const MOST = 6;

/** Opens the row that asks whose ticket this is; `words` stand in it already. */
export function startPicking(core: CounterCore, words = ""): void {
  if (!may(core, "customer.read")) return notifyRefusal(core, "forbidden");
  core.store.setState({ ...EMPTY_ENTRY, picking: { words, found: [] }, editor: null, ...NOT_PAYING, resolving: null, help: false, receipt: null, notice: null });
  if (words !== "") void searchCustomers(core, words);
}

/** Asks who owes, while the payment waits: whoever is chosen pays it on account. */
export function askDebtor(core: CounterCore): void {
  if (!may(core, "customer.read")) return notifyRefusal(core, "forbidden");
  core.store.setState({ picking: { words: "", found: [], forAccount: true }, settling: null });
  notify(core, { kind: "accountNeedsCustomer" }, "warning");
}

/** By name, phone or document; an answer that comes after the next words is nobody's. */
export async function searchCustomers(core: CounterCore, words: string): Promise<void> {
  core.store.setState(({ picking }) => ({ picking: { ...picking, words, found: words.trim() === "" ? [] : (picking?.found ?? []) } }));
  if (words.trim() === "") return;
  const page = await askServer<{ items: FoundCustomer[] }>(core, "GET", `/api/v1/ops/customers?limit=${MOST}&q=${encodeURIComponent(words.trim())}`);
  if (core.store.getState().picking?.words !== words) return;
  if (!page.ok) return notify(core, { kind: "problem", message: page.message }, "error");
  core.store.setState(({ picking }) => ({ picking: { ...picking, words, found: page.value.items.filter(({ isFinalConsumer }) => !isFinalConsumer) } }));
}

/** The ticket is this customer's, at the prices of their list; null: nobody's in particular. What somebody priced by hand, and discounts, stay. */
export async function takeCustomer(core: CounterCore, customer: TakenCustomer | null): Promise<void> {
  const { id: ticketId } = core.store.getState().ticket;
  const list = customer?.priceListId ? await loadList(core, customer.priceListId) : "gone";
  if (list === null) return notify(core, { kind: "problem", message: null }, "error");
  const { ticket, picking } = core.store.getState();
  // Another ticket was brought onto the counter meanwhile: it is somebody else's.
  if (ticket.id !== ticketId || (list !== "gone" && picking === null)) return;
  put(core, customer, list === "gone" || list.kind === "base" ? null : list);
}

type TakenCustomer = Pick<FoundCustomer, "id" | "name" | "balance" | "creditLimit" | "oldestDebt"> & Partial<Pick<FoundCustomer, "priceListId">>;

function put(core: CounterCore, customer: TakenCustomer | null, list: PosList | null): void {
  const { picking } = core.store.getState();
  dress(core, customer, list);
  if (!picking?.forAccount || !customer) return;
  if (list) askAnew(core);
  chooseMethod(core, { method: "account", count: 1 });
}

function dress(core: CounterCore, customer: TakenCustomer | null, list: PosList | null): void {
  const { customer: before, ...ticket } = core.store.getState().ticket;
  if (!customer) core.store.setState({ picking: null, ticket });
  else {
    const { id, name, balance, creditLimit, oldestDebt } = customer;
    core.store.setState({ picking: null, ticket: { ...ticket, customer: { id, name, balance, creditLimit: creditLimit ?? null, oldestDebt: oldestDebt ?? null, ...(list ? { list: { id: list.id, name: list.name } } : {}) } } });
  }
  if (!list && !before?.list) return;
  const changes = takeNewPrices(core, ticket.id);
  core.store.setState((state) => ({ ticket: backOn(core, state.ticket) }));
  if (list) notify(core, { kind: "listTaken", name: list.name, changes });
  else if (changes.length > 0) notify(core, { kind: "pricesTaken", changes }, "warning");
}

/** Two fields are enough to know somebody; who asks for a bill says their document too. Eleven digits are a CUIT, whose last one the server checks. */
export async function createCustomer(core: CounterCore, { name, phone, document }: { name: string; phone: string; document: string }): Promise<void> {
  if (!may(core, "customer.write")) return notifyRefusal(core, "forbidden");
  const made = await askServer<FoundCustomer>(core, "POST", "/api/v1/ops/customers", { name: name.trim(), ...(phone.trim() === "" ? {} : { phone: phone.trim() }), ...documented(document) });
  if (!made.ok) return notify(core, { kind: "problem", message: made.message }, "error");
  await takeCustomer(core, made.value);
}

/** By its digits: a DNI has eight at most, a CUIT eleven, a CNPJ fourteen. */
function documented(typed: string): { documentType?: "dni" | "cuit" | "cnpj"; document?: string } {
  const document = typed.trim();
  const { length } = document.replace(/\D/g, "");
  return document === "" ? {} : { documentType: length > 11 ? "cnpj" : length > 8 ? "cuit" : "dni", document };
}
