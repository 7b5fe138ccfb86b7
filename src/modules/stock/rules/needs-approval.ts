import { big, compare, type Decimal } from "@/kernel/decimal.ts";
import { refuse, type Refusal } from "@/kernel/refusal.ts";
import { valueLines } from "./value-lines.ts";

interface Approver {
  /** Whether the member has stock.approve. */
  mayApprove: boolean;
  isOwner: boolean;
  /** Whether what is to be posted is the member's own work alone. */
  isOwnWork: boolean;
}

/** What lines are worth at cost, whichever way they go: a loss and a find do not make each other small. */
export function grossWorth(lines: readonly { quantity: Decimal; unitCost: Decimal | null }[]): Decimal {
  return valueLines(lines.map(({ quantity, unitCost }) => ({ quantity: big(quantity).abs().toFixed(), unitCost })));
}

/**
 * Whether differences of this worth wait for somebody else; null: they may be posted. Above the shop's limit the permission is needed, and work
 * of one's own needs another member; the owner, above whom is nobody, needs no one.
 */
export function needsApproval(worth: Decimal, limit: Decimal | null, { mayApprove, isOwner, isOwnWork }: Approver): Refusal | null {
  if (limit === null || compare(worth, limit) <= 0) return null;
  if (!mayApprove) return refuse("approval_needed");
  return isOwnWork && !isOwner ? refuse("approval_by_other") : null;
}
