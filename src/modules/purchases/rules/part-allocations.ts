import { compare, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney, sumMoney } from "@/kernel/money.ts";
import { accept, refuse, refuseField, type FieldRefusal, type RefusalCode, type Result } from "@/kernel/refusal.ts";
import { spreadPayment, type Allocation, type OpenBill } from "./spread-payment.ts";

/** Which bills an amount pays: the named ones, each up to what is owed of it, or the oldest due first. `excess` says that a part is too much. */
export function partAllocations(amount: Decimal, allocations: readonly Allocation[] | undefined, open: readonly OpenBill[], excess: RefusalCode): Result<Allocation[]> {
  if (allocations === undefined) return accept(spreadPayment(amount, open));
  const due = new Map(open.map((bill) => [bill.id, bill.due]));
  const wrong = allocations.flatMap(({ purchaseId, amount: part }, i): FieldRefusal[] => {
    if (!due.has(purchaseId)) return [{ path: `allocations.${i}.purchaseId`, code: "not_found" }];
    return compare(part, due.get(purchaseId)!) > 0 ? [{ path: `allocations.${i}.amount`, code: excess }] : [];
  });
  if (wrong.length > 0) return refuse(wrong[0]!.code, { fields: wrong });
  if (new Set(allocations.map(({ purchaseId }) => purchaseId)).size !== allocations.length) return refuseField("allocations", "conflict");
  if (compare(sumMoney(allocations.map((part) => part.amount)), amount) > 0) return refuseField("allocations", "payment_short");
  return accept(allocations.map((part) => ({ ...part, amount: roundMoney(part.amount) })));
}
