import { big, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney, sumMoney } from "@/kernel/money.ts";

/** What lines are worth at cost, rounded once per line like a sale's cost; a line without a cost is worth nothing yet. */
export function valueLines(lines: readonly { quantity: Decimal; unitCost: Decimal | null }[]): Decimal {
  return sumMoney(lines.map(({ quantity, unitCost }) => roundMoney(big(quantity).times(unitCost ?? "0"))));
}
