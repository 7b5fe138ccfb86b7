import { addDays } from "@/kernel/day.ts";
import type { Decimal } from "@/kernel/decimal.ts";
import { sumMoney } from "@/kernel/money.ts";

/** When a bill is due, from Monday to Sunday; words in messages, purchases.calendar.when. */
export const DUE_WHEN = ["overdue", "week", "next", "later"] as const;
export type DueWhen = (typeof DUE_WHEN)[number];

interface DueBill {
  supplierId: string;
  supplierName: string;
  dueDate: string;
  /** What is still owed of it. */
  due: Decimal;
}

export interface SupplierDues<T> {
  supplierId: string;
  supplierName: string;
  sums: Record<DueWhen, Decimal>;
  total: Decimal;
  /** The soonest due first. */
  bills: T[];
}

/** What is due today is not overdue yet. */
export function whenDue(dueDate: string, today: string): DueWhen {
  if (dueDate < today) return "overdue";
  const sunday = addDays(today, (7 - new Date(`${today}T00:00:00Z`).getUTCDay()) % 7);
  return dueDate <= sunday ? "week" : dueDate <= addDays(sunday, 7) ? "next" : "later";
}

export function sumDues(bills: readonly DueBill[], today: string): Record<DueWhen, Decimal> {
  const sum = (when: DueWhen): Decimal => sumMoney(bills.filter(({ dueDate }) => whenDue(dueDate, today) === when).map(({ due }) => due));
  return { overdue: sum("overdue"), week: sum("week"), next: sum("next"), later: sum("later") };
}

/** Bills (the soonest due first) by whom they are owed to, whose bill waits longest first. */
export function groupDues<T extends DueBill>(bills: readonly T[], today: string): SupplierDues<T>[] {
  return [...new Set(bills.map(({ supplierId }) => supplierId))].map((supplierId) => {
    const own = bills.filter((bill) => bill.supplierId === supplierId);
    return { supplierId, supplierName: own[0]!.supplierName, sums: sumDues(own, today), total: sumMoney(own.map(({ due }) => due)), bills: own };
  });
}
