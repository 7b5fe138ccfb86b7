import type { Decimal } from "@/kernel/decimal.ts";
import { askServer } from "./ask-server.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { EMPTY_ENTRY } from "./counter-state.ts";

interface ListedSale {
  id: string;
  number: number;
  soldAt: string;
  total: Decimal;
}

/** `#1042`: what that sale came to and when, with the way to its page. */
export async function lookUpSale(core: CounterCore, number: string): Promise<void> {
  core.store.setState(EMPTY_ENTRY);
  // Sales are listed by falling number: the first one below the next number is it.
  const page = await askServer<{ items: ListedSale[] }>(core, "GET", `/api/v1/ops/sales?limit=1&cursor=${Number(number) + 1}`);
  if (!page.ok) return notify(core, { kind: "problem", message: page.message }, "error");
  const sale = page.value.items.find((listed) => listed.number === Number(number));
  if (!sale) return notify(core, { kind: "noSuchSale", number }, "error");
  notify(core, { kind: "sale", id: sale.id, number, total: sale.total, soldAt: sale.soldAt });
}
