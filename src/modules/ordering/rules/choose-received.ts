import { big, compare, fix, type Decimal } from "@/kernel/decimal.ts";
import { QUANTITY_SCALE } from "@/kernel/money.ts";
import { accept, refuse, refuseField, type FieldRefusal, type Result } from "@/kernel/refusal.ts";

export interface AwaitedLine {
  productId: string;
  quantity: Decimal;
  received: Decimal;
}

export interface ChosenLine {
  productId: string;
  quantity: Decimal;
  /** What was still to come. */
  ordered: Decimal;
  reason: string | null;
}

/**
 * What a receipt brings of an order: the named lines, or all that is still to come. More than was ordered needs a reason, and so does what will not
 * come when the order is closed with it.
 */
export function chooseReceived(awaited: readonly AwaitedLine[], given: readonly { productId: string; quantity: Decimal; reason?: string | null | undefined }[] | undefined, close: boolean): Result<ChosenLine[]> {
  const restOf = ({ quantity, received }: AwaitedLine): Decimal => (compare(received, quantity) >= 0 ? "0.000" : fix(big(quantity).minus(received), QUANTITY_SCALE));
  if (given === undefined) {
    const rest = awaited.map((line) => ({ productId: line.productId, quantity: restOf(line), ordered: restOf(line), reason: null })).filter(({ quantity }) => compare(quantity, "0") > 0);
    return rest.length > 0 ? accept(rest) : refuse("purchase_order_state");
  }
  const byId = new Map(awaited.map((line) => [line.productId, line]));
  const twice = given.findIndex(({ productId }, i) => given.findIndex((line) => line.productId === productId) < i);
  if (twice !== -1) return refuseField(`lines.${twice}.productId`, "product_repeated");
  const wrong = given.flatMap(({ productId, quantity, reason }, i): FieldRefusal[] => {
    const line = byId.get(productId);
    if (!line) return [{ path: `lines.${i}.productId`, code: "product_unknown" }];
    const off = compare(quantity, restOf(line));
    return (off > 0 || (off < 0 && close)) && !reason ? [{ path: `lines.${i}.reason`, code: "reason_required" }] : [];
  });
  if (wrong.length > 0) return refuse(wrong[0]!.code, { fields: wrong });
  const chosen = given.map(({ productId, quantity, reason }) => ({ productId, quantity: fix(quantity, QUANTITY_SCALE), ordered: restOf(byId.get(productId)!), reason: reason ?? null })).filter(({ quantity, reason }) => compare(quantity, "0") > 0 || reason !== null);
  return chosen.some(({ quantity }) => compare(quantity, "0") > 0) ? accept(chosen) : refuseField("lines", "quantity_zero");
}
