import { newId } from "@/kernel/id.ts";
import { big, compare, type Decimal } from "@/kernel/decimal.ts";
import { findByCode } from "../../rules/find-products.ts";
import { parseEntry } from "../../rules/parse-entry.ts";
import { currentLine } from "../../rules/ticket.ts";
import { applyAction } from "./apply-action.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { EMPTY_ENTRY } from "./counter-state.ts";

/** Body of POST /api/v1/ops/lost-demand. */
export interface LostDemand {
  id: string;
  productId?: string;
  words?: string;
  quantity: Decimal;
}

interface Asked {
  productId?: string;
  words?: string;
  name: string;
  quantity: Decimal;
}

/**
 * "There is none": writes down what somebody asked for, with one key. What stands in the entry field, a code or words with its quantity;
 * else the unknown code or the product that the strip speaks of; else the line that the shelf cannot serve, which leaves the ticket.
 */
export function noteLostDemand(core: CounterCore): void {
  const asked = fromEntry(core) ?? fromStrip(core) ?? fromLine(core);
  if (!asked) return notify(core, { kind: "noneOfWhat" });
  const { name, ...demand } = asked;
  core.lost.add({ id: newId(), ...demand });
  notify(core, { kind: "lostDemand", name, quantity: asked.quantity });
}

function fromEntry(core: CounterCore): Asked | null {
  const { entry, results, picked, pickedByHand, ticket } = core.store.getState();
  const read = parseEntry(entry, core.setting.format);
  if (read.kind !== "find") return null;
  const quantity = read.quantity ?? ticket.chip ?? "1";
  const product = pickedByHand ? results[picked] : findByCode(core.index, read.text)?.product;
  core.store.setState({ ...EMPTY_ENTRY, ticket: { ...ticket, chip: null }, receipt: null });
  return product ? { productId: product.id, name: product.name, quantity } : { words: read.text.slice(0, 120), name: read.text, quantity };
}

function fromStrip(core: CounterCore): Asked | null {
  const { notice, unknown, ticket } = core.store.getState();
  const quantity = ticket.chip ?? "1";
  if (notice?.content.kind === "price") {
    const { id, name } = notice.content.product;
    return { productId: id, name, quantity };
  }
  if (notice?.content.kind !== "unknown") return null;
  const { code } = notice.content;
  core.store.setState({ unknown: unknown.filter((each) => each !== code) });
  return { words: code, name: code, quantity };
}

/** The line chosen by hand, or the last one when there is not enough of it. */
function fromLine(core: CounterCore): Asked | null {
  const { ticket } = core.store.getState();
  const line = currentLine(ticket);
  const stock = line?.productId ? core.index.byId.get(line.productId)?.product.stock : undefined;
  if (!line?.productId || stock === undefined) return null;
  const isShort = compare(stock, line.quantity) < 0;
  if (!isShort && ticket.selected === null) return null;
  const asked = { productId: line.productId, name: line.name, quantity: big(line.quantity).toFixed() };
  applyAction(core, { kind: "remove", key: line.key });
  return asked;
}
