import { big, compare, isZero, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";
import { totalLines } from "@/modules/pricing/rules/total-lines.ts";
import { isFractionalUnit } from "../../rules/fractional-unit.ts";
import { isCode, readPrice, readQuantity } from "../../rules/parse-entry.ts";
import { withBack, type UnreceiptedBack } from "../../rules/ticket.ts";
import { notifyRefusal } from "./apply-action.ts";
import { startAsking } from "./ask-approval.ts";
import { askServer } from "./ask-server.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { scanBack, type Unreceipted } from "./give-back.ts";
import { worthBack } from "../../rules/pos-list.ts";
import { priced } from "./follow-lists.ts";
import { mayPrice, mayTakeUnreceipted } from "./rights-at-hand.ts";
import { changeGiving } from "./start-giving-back.ts";

/** Opens the form for a product that comes back while nobody knows its sale; what it is worth is the server's to say. */
export async function startUnreceipted(core: CounterCore, productId: string): Promise<void> {
  const product = core.index.byId.get(productId)?.product;
  const { givingBack } = core.store.getState();
  if (!product || !givingBack || givingBack.busy) return;
  changeGiving(core, { busy: true });
  const worth = await askServer<{ unitPrice: Decimal | null; days: number }>(core, "GET", `/api/v1/ops/products/${productId}/return-price`);
  changeGiving(core, { busy: false });
  if (!worth.ok) return notify(core, { kind: "problem", message: worth.message }, "error");
  const { name, unit, taxRate } = product;
  changeGiving(core, { unreceipted: { productId, name, unit, taxRate, lowest: worth.value.unitPrice, worth: worthBack(worth.value.unitPrice, priced(core, product).salePrice), days: worth.value.days, count: "1" } });
  core.store.setState({ notice: null });
}

/** False when it was no count to go on with. */
export function typeUnreceiptedCount(core: CounterCore, typed: string): boolean {
  const unreceipted = core.store.getState().givingBack?.unreceipted;
  const count = readQuantity(typed, core.setting.format);
  if (!unreceipted) return false;
  if (isCode(typed.trim(), { scanned: false })) {
    notify(core, { kind: "notANumber" }, "warning");
    scanBack(core, typed.trim());
  } else if (typeof count !== "string") notifyRefusal(core, count.kind === "refused" ? count.code : "not_a_number");
  else if (count.includes(".") && !isFractionalUnit(unreceipted.unit)) notifyRefusal(core, "quantity_not_fractional", { name: unreceipted.name });
  else {
    changeGiving(core, { unreceipted: { ...unreceipted, count } });
    return true;
  }
  return false;
}

/** Puts it on the ticket, whose total is what is given back; beyond the member's rights with a second one's word. */
export function takeUnreceipted(core: CounterCore, { price, reason }: { price: string; reason: string }): void {
  const unreceipted = core.store.getState().givingBack?.unreceipted;
  if (!unreceipted) return;
  const unitPrice = readPrice(price, core.setting.format);
  if (typeof unitPrice !== "string") return notifyRefusal(core, unitPrice.kind === "refused" ? unitPrice.code : "not_a_number");
  if (isZero(unitPrice)) return notifyRefusal(core, "price_missing", { name: unreceipted.name });
  if (reason.trim() === "") return notify(core, { kind: "reasonFirst" }, "warning");
  const line = backLineOf(unreceipted, unitPrice);
  const lacksPrice = line.isSaid && !mayPrice(core);
  const lacks = { ...(mayTakeUnreceipted(core) ? {} : { unreceipted: true as const }), ...(lacksPrice ? { price: true as const } : {}) };
  if (Object.keys(lacks).length === 0) return putUnreceipted(core, { line, reason: reason.trim() });
  startAsking(core, { needs: lacks, refused: { kind: "unreceipted", line, reason: reason.trim() } });
}

/** By the server's own arithmetic (rules/compose-sale.ts). */
function backLineOf({ productId, name, unit, taxRate, lowest, worth, count: quantity }: Unreceipted, unitPrice: Decimal): UnreceiptedBack {
  const { total, tax } = totalLines({ lines: [{ quantity, unitPrice, discount: null, taxRate }], ticketDiscount: null });
  return { productId, name, unit, quantity, unitPrice, lowest, isSaid: worth === null || compare(worth, unitPrice) !== 0, taxRate, total, tax };
}

/** What it comes to while it is typed; null while that is no price. */
export function worthOfUnreceipted(core: CounterCore, { count }: Pick<Unreceipted, "count">, price: string): Decimal | null {
  const unitPrice = readPrice(price, core.setting.format);
  return typeof unitPrice === "string" ? roundMoney(big(unitPrice).times(count)) : null;
}

export function putUnreceipted(core: CounterCore, { line, reason }: { line: UnreceiptedBack; reason: string }): void {
  core.store.setState(({ ticket }) => ({ givingBack: null, ticket: { ...withBack(ticket, [line]), backReason: reason } }));
  core.keepDraft();
  notify(core, { kind: "unreceipted" });
}
