import { compare, type Decimal } from "@/kernel/decimal.ts";
import type { Discount } from "@/modules/pricing/rules/total-lines.ts";
import { isCode, parseEntry, readPrice, readQuantity } from "../../rules/parse-entry.ts";
import { readSum } from "../../rules/read-sum.ts";
import type { TicketAction } from "../../rules/ticket.ts";
import { applyAction, notifyRefusal } from "./apply-action.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import type { EditorField } from "./counter-state.ts";
import { textBefore } from "./open-editor.ts";
import { submitEntry } from "./submit-entry.ts";

/** Takes the editor's number. What is no number keeps it open; a barcode is handled as the scan that it is. */
export function commitEditor(core: CounterCore, at: number): void {
  const { editor } = core.store.getState();
  if (!editor) return;
  if (isCode(editor.text.trim(), { scanned: false })) {
    core.store.setState({ editor: null });
    submitEntry(core, editor.text, { scanned: true, at });
    return notify(core, { kind: "notANumber" }, "warning");
  }
  const action = readEditor(core, editor.text, editor.field, editor.key);
  if (action === null) return notifyRefusal(core, "not_a_number");
  if (applyAction(core, action) || core.store.getState().confirming) core.store.setState({ editor: null });
}

/** Whoever goes on to something else takes what stands in the editor with it. False while it is not taken. */
export function takeEditor(core: CounterCore, at: number): boolean {
  const { editor, ticket } = core.store.getState();
  if (editor === null) return true;
  const line = ticket.lines.find(({ key }) => key === editor.key);
  if (line && textBefore(core, editor.field, line) === editor.text) return true;
  commitEditor(core, at);
  const { editor: left, confirming } = core.store.getState();
  return left === null && confirming === null;
}

function readEditor(core: CounterCore, text: string, field: EditorField, key: number): TicketAction | null {
  const { format } = core.setting;
  if (field === "quantity") {
    const quantity = readQuantity(text, format);
    return typeof quantity === "string" ? { kind: "quantity", quantity, key } : null;
  }
  if (field === "price") {
    const price = readPrice(text, format);
    return typeof price === "string" ? { kind: "price", price, key } : null;
  }
  const discount = readDiscount(text, format.decimal);
  return discount && { kind: "discount", scope: field === "lineDiscount" ? "line" : "ticket", discount, key };
}

/** "10" and "10%" are percentages; "$500" and "500-" are money. Nothing typed takes the discount away. */
function readDiscount(text: string, decimal: "," | "."): Discount | null {
  const bare = text.trim();
  if (bare === "") return { kind: "percent", value: "0" };
  const money = /^\$\s*(.+)$/.exec(bare)?.[1];
  const value: Decimal | null = money === undefined ? null : readSum(money, decimal, 2);
  if (money !== undefined) return value === null ? null : { kind: "amount", value };
  const entry = parseEntry(/[%-]$/.test(bare) ? bare : `${bare}%`, { decimal });
  if (entry.kind !== "discount") return null;
  return compare(entry.discount.value, "0") < 0 ? null : entry.discount;
}
