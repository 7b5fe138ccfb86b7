import { big, compare, fix, type Decimal } from "@/kernel/decimal.ts";
import { QUANTITY_SCALE, roundMoney } from "@/kernel/money.ts";
import { accept, refuseField, type Refusal, type Result } from "@/kernel/refusal.ts";
import type { KitPart } from "./compose-sale.ts";
import { isFractionalUnit } from "./fractional-unit.ts";

/** Money of a line or of a part of it. gross - discount + adjustment = total. */
export interface LineAmounts {
  gross: Decimal;
  adjustment: Decimal;
  total: Decimal;
  tax: Decimal;
}

/** A sold line with what came back of it so far. */
export interface SoldLine extends LineAmounts {
  id: string;
  saleId: string;
  productId: string | null;
  sku: string | null;
  name: string;
  unit: string;
  quantity: Decimal;
  unitPrice: Decimal;
  taxRate: Decimal;
  unitCost: Decimal | null;
  parts: readonly KitPart[] | null;
  back: LineAmounts & { quantity: Decimal };
}

/** A part of a sold line that comes back, as positive amounts. */
export interface ReturnedLine extends LineAmounts {
  line: SoldLine;
  quantity: Decimal;
  discount: Decimal;
  /** What it had cost when it left. */
  cost: Decimal;
}

/**
 * What comes back of each line: its share of everything that the line came to, so that all returns of a line, however it is split, come to
 * exactly what was paid for it. Refuses more than was sold (return_excess) and parts of what is sold whole.
 */
export function takeBack(asked: readonly { line: SoldLine | null; quantity: Decimal; path: string }[]): Result<ReturnedLine[]> {
  const byLine = new Map<string, { line: SoldLine; quantity: Decimal; path: string }>();
  for (const { line, quantity, path } of asked) {
    if (!line) return refuseField(`${path}.saleLineId`, "not_found");
    const known = byLine.get(line.id);
    byLine.set(line.id, { line, path: known?.path ?? path, quantity: fix(big(known?.quantity ?? "0").plus(quantity), QUANTITY_SCALE) });
  }
  const lines: ReturnedLine[] = [];
  for (const { line, quantity, path } of byLine.values()) {
    const refused = refuseQuantity(line, quantity, path);
    if (refused) return refused;
    lines.push(shareOf(line, quantity));
  }
  return accept(lines);
}

/** What of a line may still come back. */
export function leftOf(line: Pick<SoldLine, "quantity"> & { back: { quantity: Decimal } }): Decimal {
  return fix(big(line.quantity).minus(line.back.quantity), QUANTITY_SCALE);
}

function refuseQuantity(line: SoldLine, quantity: Decimal, path: string): Refusal | null {
  const left = leftOf(line);
  if (compare(quantity, left) > 0) return refuseField(`${path}.quantity`, "return_excess", { name: line.name, available: { figure: fix(left, QUANTITY_SCALE) } });
  const isWhole = big(quantity).eq(big(quantity).round(0));
  // The rest of a line may always come back, whatever it is.
  return isWhole || isFractionalUnit(line.unit) || compare(quantity, left) === 0 ? null : refuseField(`${path}.quantity`, "quantity_not_fractional", { name: line.name });
}

/** What the line came to up to here, less what was given back of it: the cents that rounding leaves go with the last part. */
function shareOf(line: SoldLine, quantity: Decimal): ReturnedLine {
  const reached = big(line.back.quantity).plus(quantity);
  const upTo = (whole: Decimal, part: typeof reached): Decimal => roundMoney(big(whole).times(part).div(line.quantity));
  const share = (key: keyof LineAmounts): Decimal => roundMoney(big(upTo(line[key], reached)).minus(line.back[key]));
  const [gross, adjustment, total] = [share("gross"), share("adjustment"), share("total")];
  const whole = roundMoney(big(line.quantity).times(line.unitCost ?? "0"));
  return {
    line,
    quantity,
    gross,
    adjustment,
    total,
    tax: share("tax"),
    discount: roundMoney(big(gross).plus(adjustment).minus(total)),
    cost: roundMoney(big(upTo(whole, reached)).minus(upTo(whole, big(line.back.quantity)))),
  };
}
