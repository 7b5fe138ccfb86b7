import { compare, type Decimal } from "@/kernel/decimal.ts";
import { may, type CounterCore } from "./counter-core.ts";

/** Percent that may be given away on this ticket: the seller's own limit, or what somebody allowed on it. */
export function discountAtHand(core: CounterCore): Decimal {
  const own = core.setting.member.thresholds.maxDiscountPercent;
  const allowed = core.store.getState().ticket.approval?.needs.discountPercent;
  return allowed !== undefined && compare(allowed, own) > 0 ? allowed : own;
}

/** Money that may be given back with this ticket; null: any. */
export function refundAtHand(core: CounterCore): Decimal | null {
  const own = core.setting.member.thresholds.maxRefund;
  const allowed = core.store.getState().ticket.approval?.needs.refund;
  return own !== null && allowed !== undefined && compare(allowed, own) > 0 ? allowed : own;
}

/** Whether goods may come back with this ticket while nobody knows their sale. */
export function mayTakeUnreceipted(core: CounterCore): boolean {
  return may(core, "return.unreceipted") || core.store.getState().ticket.approval?.needs.unreceipted === true;
}

/** Whether a price may be said on this ticket. */
export function mayPrice(core: CounterCore): boolean {
  return may(core, "price.override") || core.store.getState().ticket.approval?.needs.price === true;
}
