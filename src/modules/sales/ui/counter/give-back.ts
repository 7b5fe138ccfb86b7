import { big, compare, isDecimal, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { sumMoney } from "@/kernel/money.ts";
import type { ReturnView } from "../../queries/return-view.ts";
import { findByCode } from "../../rules/find-products.ts";
import { isCode, readQuantity } from "../../rules/parse-entry.ts";
import { receiptOfReturn } from "../../rules/receipt.ts";
import { withBack } from "../../rules/ticket.ts";
import { worthOfBack } from "../../rules/worth-of-back.ts";
import { notifyRefusal } from "./apply-action.ts";
import { startAsking } from "./ask-approval.ts";
import { atRegister } from "../register-here.ts";
import { askServer } from "./ask-server.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { changeGiving } from "./start-giving-back.ts";

/** How the money of what comes back is given; the first is the usual one. */
export const REFUND_WAYS = ["original", "cash", "store_credit"] as const;
export type RefundWay = (typeof REFUND_WAYS)[number];

export interface SoldLine {
  id: string;
  productId: string | null;
  sku: string | null;
  name: string;
  unit: string;
  /** What has not come back yet. */
  left: Decimal;
  /** What one unit of it cost in the end, with its share of every discount and surcharge; exact to the cent only times `left`. */
  quantity: Decimal;
  total: Decimal;
  taxRate: Decimal;
  tax: Decimal;
}

export interface RecentSale {
  id: string;
  number: number;
  soldAt: string;
  customerName: string;
  total: Decimal;
}

export interface Unreceipted {
  productId: string;
  name: string;
  unit: string;
  taxRate: Decimal;
  /** The lowest that it cost everybody lately; null: it had no price. */
  lowest: Decimal | null;
  /** What is given for one of it on this ticket, unless somebody says another price. */
  worth: Decimal | null;
  /** Of how many days. */
  days: number;
  /** How many, as typed or scanned. */
  count: Decimal;
}

/** A return while it is made. Without a sale it is still being looked for. */
export interface GivingBack {
  /** The return's own id from the start, so that a retry can never take goods back twice. */
  id: string;
  sale: { id: string; number: number; lines: readonly SoldLine[] } | null;
  /** The last sales of a product that came back without its paper. */
  recent: { productId: string; name: string; sales: readonly RecentSale[] } | null;
  /** A product that comes back while nobody knows its sale. */
  unreceipted: Unreceipted | null;
  /** By sale line, as typed or scanned. */
  counts: Readonly<Record<string, Decimal>>;
  /** The count that stands in a line's field and is not taken yet. */
  typing: { lineId: string; text: string } | null;
  busy: boolean;
}

/** As long as no sale's number is: the code of a product. */
const CODE_LENGTH = 8;

/** The sale of a printed number, or the last sales of a product. Sales are listed by falling number, so the first one after the next number is it. */
export async function findSoldBy(core: CounterCore, typed: string): Promise<void> {
  const number = /^#?\s*(\d{1,12})$/.exec(typed.trim())?.[1];
  const product = number === undefined || number.length >= CODE_LENGTH ? findByCode(core.index, typed.trim())?.product : undefined;
  if (product) return findSalesOf(core, product);
  if (number === undefined) return notify(core, { kind: "notInCatalogue", code: typed.trim() }, "error");
  changeGiving(core, { busy: true });
  const page = await askServer<{ items: { id: string; number: number }[] }>(core, "GET", `/api/v1/ops/sales?limit=1&cursor=${Number(number) + 1}`);
  const found = page.ok ? page.value.items.find((sale) => sale.number === Number(number)) : undefined;
  changeGiving(core, { busy: false });
  if (!page.ok) return notify(core, { kind: "problem", message: page.message }, "error");
  if (!found) return notify(core, { kind: "noSuchSale", number }, "error");
  await openSold(core, found);
}

/** How many sales of a product are offered, the newest first. */
const RECENT = 8;

async function findSalesOf(core: CounterCore, { id: productId, name }: { id: string; name: string }): Promise<void> {
  changeGiving(core, { busy: true });
  const page = await askServer<{ items: (RecentSale & { status: string })[] }>(core, "GET", `/api/v1/ops/sales?limit=${RECENT}&productId=${productId}`);
  changeGiving(core, { busy: false });
  if (!page.ok) return notify(core, { kind: "problem", message: page.message }, "error");
  const sales = page.value.items.filter(({ status }) => status !== "cancelled" && status !== "returned");
  changeGiving(core, { recent: { productId, name, sales } });
  if (sales.length === 0) notify(core, { kind: "noSaleOf", name }, "warning");
  else core.store.setState({ notice: null });
}

/** Takes one of the last sales of a product, with one of it counted. */
export async function openRecent(core: CounterCore, chosen: RecentSale): Promise<void> {
  const productId = core.store.getState().givingBack?.recent?.productId;
  await openSold(core, chosen);
  const { sale, counts } = core.store.getState().givingBack ?? {};
  const line = sale?.lines.find((each) => each.productId === productId);
  if (line && counts && Object.keys(counts).length === 0) setCount(core, line, compare(line.left, "1") < 0 ? line.left : "1");
}

async function openSold(core: CounterCore, found: { id: string; number: number }): Promise<void> {
  const number = String(found.number);
  changeGiving(core, { busy: true });
  const sale = await askServer<SaleAnswer>(core, "GET", `/api/v1/ops/sales/${found.id}`);
  changeGiving(core, { busy: false });
  if (!sale.ok) return notify(core, { kind: "problem", message: sale.message }, "error");
  const lines = sale.value.lines.map(lineOf).filter(({ left }) => compare(left, "0") > 0);
  if (lines.length === 0 || sale.value.status === "cancelled") return notify(core, { kind: "nothingToGiveBack", number }, "warning");
  changeGiving(core, { sale: { id: sale.value.id, number: sale.value.number, lines } });
  core.store.setState({ notice: null });
}

interface SaleAnswer {
  id: string;
  number: number;
  status: string;
  lines: (Omit<SoldLine, "left"> & { returned?: Decimal })[];
}

function lineOf({ returned, ...line }: SaleAnswer["lines"][number]): SoldLine {
  return { ...line, left: trimZeros(big(line.quantity).minus(isDecimal(returned) ? returned : "0").toFixed()) };
}

/** Takes what stands in a line's field, at most what is left of it; a code that lands there is the scan that it is. False when it was no count to go on with. */
export function takeTyping(core: CounterCore): boolean {
  const { givingBack } = core.store.getState();
  if (!givingBack?.typing) return true;
  const { lineId, text } = givingBack.typing;
  const typed = text.trim();
  changeGiving(core, { typing: null });
  const line = givingBack.sale?.lines.find(({ id }) => id === lineId);
  if (!line) return true;
  if (isCode(typed, { scanned: false })) {
    notify(core, { kind: "notANumber" }, "warning");
    scanBack(core, typed);
    return false;
  }
  const quantity = typed === "" || typed === "0" ? "0" : readQuantity(typed, core.setting.format);
  if (typeof quantity === "string") return setCount(core, line, quantity);
  notifyRefusal(core, "not_a_number");
  return false;
}

/** A scan while goods come back: one more of that product's line, or the sale itself by its printed number. */
export function scanBack(core: CounterCore, code: string): void {
  const { givingBack } = core.store.getState();
  if (!givingBack) return;
  const product = findByCode(core.index, code)?.product;
  const { unreceipted } = givingBack;
  if (unreceipted && product?.id === unreceipted.productId) {
    changeGiving(core, { unreceipted: { ...unreceipted, count: big(unreceipted.count).plus("1").toFixed() } });
    return core.play("tick");
  }
  if (!givingBack.sale) return void findSoldBy(core, code);
  const { lines } = givingBack.sale;
  const line = lines.find(({ id, productId, left }) => productId !== null && productId === product?.id && compare(givingBack.counts[id] ?? "0", left) < 0);
  if (!line) return notify(core, { kind: "notInSale", code: product?.name ?? code }, "error");
  setCount(core, line, big(givingBack.counts[line.id] ?? "0").plus("1").toFixed());
  core.play("tick");
}

function setCount(core: CounterCore, line: SoldLine, quantity: Decimal): boolean {
  const { givingBack } = core.store.getState();
  if (compare(quantity, line.left) > 0) {
    notify(core, { kind: "moreThanSold", name: line.name, left: line.left }, "warning");
    return false;
  }
  changeGiving(core, { counts: { ...givingBack?.counts, [line.id]: trimZeros(quantity) } });
  return true;
}

/** What it comes to, to the cent of the server's own arithmetic (rules/take-back.ts). */
export function refundOf({ sale, counts }: GivingBack): Decimal {
  return sumMoney((sale?.lines ?? []).map((line) => worthOfBack(line, counts[line.id] ?? "0")));
}

/** What comes back goes onto the ticket, whose total is the difference to what is taken instead. */
export function startExchange(core: CounterCore): void {
  if (!takeTyping(core)) return;
  const { givingBack, ticket } = core.store.getState();
  if (!givingBack?.sale || givingBack.busy) return;
  const { sale, counts } = givingBack;
  const lines = sale.lines.filter(({ id }) => compare(counts[id] ?? "0", "0") > 0);
  if (lines.length === 0) return notify(core, { kind: "countFirst" }, "warning");
  const back = lines.map((line) => {
    const { id, name, unit, taxRate } = line;
    const quantity = counts[id]!;
    return { saleLineId: id, number: sale.number, name, unit, quantity, total: worthOfBack(line, quantity), taxRate, tax: worthOfBack(line, quantity, "tax") };
  });
  core.store.setState({ givingBack: null, ticket: withBack(ticket, back) });
  core.keepDraft();
  notify(core, { kind: "exchange" });
}

export async function sendBack(core: CounterCore, { refund, reason }: { refund: RefundWay; reason: string }, grant?: string): Promise<void> {
  if (!takeTyping(core)) return;
  const { givingBack } = core.store.getState();
  if (!givingBack?.sale || givingBack.busy) return;
  const { id, sale, counts } = givingBack;
  const lines = sale.lines.flatMap((line) => (counts[line.id] !== undefined && compare(counts[line.id]!, "0") > 0 ? [{ saleLineId: line.id, quantity: counts[line.id]! }] : []));
  if (lines.length === 0) return notify(core, { kind: "countFirst" }, "warning");
  if (reason.trim() === "") return notify(core, { kind: "reasonFirst" }, "warning");
  changeGiving(core, { busy: true });
  const done = await askServer<ReturnView>(core, "POST", `/api/v1/ops/sales/${sale.id}/returns`, { id, lines, refund, reason: reason.trim(), ...atRegister(core.setting.shop.slug), ...(grant === undefined ? {} : { approval: { grant } }) });
  changeGiving(core, { busy: false });
  if (!done.ok) {
    notify(core, { kind: "problem", message: done.message }, "error");
    if (done.code === "refund_over_limit") startAsking(core, { needs: { refund: refundOf({ ...givingBack }) }, refused: { kind: "giveBack", refund, reason } });
    return;
  }
  core.store.setState({ givingBack: null, lastBack: { saleId: sale.id, returnId: done.value.id, content: receiptOfReturn(done.value, null) } });
  core.play("done");
  notify(core, { kind: "gaveBack", number: String(done.value.number), total: done.value.total, code: done.value.storeCredits[0]?.code ?? null });
  void core.refreshCatalogue();
}
