import { big, fix, isZero, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { formatNumber } from "@/kernel/format.ts";
import type { Discount } from "@/modules/pricing/rules/total-lines.ts";
import { currentLine, type TicketLine } from "../../rules/ticket.ts";
import { notifyRefusal } from "./apply-action.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { NOT_PAYING, type EditorField } from "./counter-state.ts";
import { mayPrice } from "./rights-at-hand.ts";

/** Opens the one-number editor on the selected line, or the last. */
export function openEditor(core: CounterCore, field: EditorField): void {
  const { ticket } = core.store.getState();
  const line = currentLine(ticket);
  if (!line) return notifyRefusal(core, "sale_empty");
  if (field === "price" && line.productId !== null && !mayPrice(core)) return notifyRefusal(core, "price_override", undefined, { needs: { price: true }, refused: { kind: "editor", field } });
  core.store.setState({ editor: { field, key: line.key, text: textBefore(core, field, line) }, ...NOT_PAYING, notice: null });
  const cost = field === "price" && line.productId !== null ? core.index.byId.get(line.productId)?.product.cost : null;
  // Only members who may see costs have them in memory.
  if (cost && !isZero(cost)) notify(core, { kind: "cost", cost, margin: marginOf(cost, line.unitPrice) });
}

/** Of the price, both with VAT, in percent; null where there is no price. */
function marginOf(cost: Decimal, price: Decimal): Decimal | null {
  return isZero(price) ? null : trimZeros(fix(big(price).minus(cost).times(100).div(price), 1));
}

/** What stands in the editor before anybody types. */
export function textBefore(core: CounterCore, field: EditorField, line: TicketLine): string {
  const { format } = core.setting;
  if (field === "ticketDiscount") return discountText(core, core.store.getState().ticket.discount);
  if (field === "quantity") return formatNumber(line.quantity, format);
  return field === "price" ? formatNumber(line.unitPrice, format, { minFraction: 2 }) : discountText(core, line.discount);
}

function discountText(core: CounterCore, discount: Discount | null): string {
  if (discount === null) return "";
  const figure = formatNumber(discount.value, core.setting.format);
  return discount.kind === "percent" ? `${figure}%` : `$${figure}`;
}

export function typeInEditor(core: CounterCore, text: string): void {
  const { editor } = core.store.getState();
  if (editor) core.store.setState({ editor: { ...editor, text } });
}
