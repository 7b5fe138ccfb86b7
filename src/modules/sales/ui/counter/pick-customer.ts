import type { Decimal } from "@/kernel/decimal.ts";
import { notifyRefusal } from "./apply-action.ts";
import { askServer } from "./ask-server.ts";
import { may, notify, type CounterCore } from "./counter-core.ts";
import { EMPTY_ENTRY } from "./counter-state.ts";

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
}

const MOST = 6;

/** Opens the row that asks whose ticket this is; `words` stand in it already. */
export function startPicking(core: CounterCore, words = ""): void {
  if (!may(core, "customer.read")) return notifyRefusal(core, "forbidden");
  core.store.setState({ ...EMPTY_ENTRY, picking: { words, found: [] }, editor: null, paying: null, settling: null, resolving: null, help: false, receipt: null, notice: null });
  if (words !== "") void searchCustomers(core, words);
}

/** By name, phone or document; an answer that comes after the next words is nobody's. */
export async function searchCustomers(core: CounterCore, words: string): Promise<void> {
  core.store.setState({ picking: { words, found: words.trim() === "" ? [] : (core.store.getState().picking?.found ?? []) } });
  if (words.trim() === "") return;
  const page = await askServer<{ items: FoundCustomer[] }>(core, "GET", `/api/v1/ops/customers?limit=${MOST}&q=${encodeURIComponent(words.trim())}`);
  if (core.store.getState().picking?.words !== words) return;
  if (!page.ok) return notify(core, { kind: "problem", message: page.message }, "error");
  core.store.setState({ picking: { words, found: page.value.items.filter(({ isFinalConsumer }) => !isFinalConsumer) } });
}

/** The ticket is this customer's; null: nobody's in particular. */
export function takeCustomer(core: CounterCore, customer: Pick<FoundCustomer, "id" | "name" | "balance" | "creditLimit" | "oldestDebt"> | null): void {
  const { customer: _before, ...ticket } = core.store.getState().ticket;
  core.store.setState({ picking: null, ticket: customer ? { ...ticket, customer: { id: customer.id, name: customer.name, balance: customer.balance, creditLimit: customer.creditLimit ?? null, oldestDebt: customer.oldestDebt ?? null } } : ticket });
}

/** Two fields are enough to know somebody. */
export async function createCustomer(core: CounterCore, { name, phone }: { name: string; phone: string }): Promise<void> {
  if (!may(core, "customer.write")) return notifyRefusal(core, "forbidden");
  const made = await askServer<FoundCustomer>(core, "POST", "/api/v1/ops/customers", { name: name.trim(), ...(phone.trim() === "" ? {} : { phone: phone.trim() }) });
  if (!made.ok) return notify(core, { kind: "problem", message: made.message }, "error");
  takeCustomer(core, made.value);
}
