import { big, fix, isZero, type Decimal } from "@/kernel/decimal.ts";
import { PRICE_SCALE, QUANTITY_SCALE } from "@/kernel/money.ts";
import type { ScaleLabel } from "@/kernel/scale-code.ts";
import { isFractionalUnit } from "./fractional-unit.ts";

export interface Weighed {
  /** In the product's unit. */
  quantity: Decimal;
  /** The price of one unit by which the line costs what the label says; null: the product's own. */
  unitPrice: Decimal | null;
}

/**
 * What a scale's label sells of a product: the weight, or the weight that the label's price buys. Something counted by the piece is one
 * piece at that price. Null: a price without a price per kilo to divide it by.
 */
export function weighLabel({ kind, value }: Pick<ScaleLabel, "kind" | "value">, { unit, salePrice }: { unit: string; salePrice: Decimal | null }): Weighed | null {
  if (kind === "weight") return { quantity: unit === "g" ? fix(big(value).times(1000), QUANTITY_SCALE) : value, unitPrice: null };
  if (!isFractionalUnit(unit)) return { quantity: "1", unitPrice: value };
  if (salePrice === null || isZero(salePrice)) return null;
  const quantity = fix(big(value).div(salePrice), QUANTITY_SCALE);
  return isZero(quantity) ? null : { quantity, unitPrice: fix(big(value).div(quantity), PRICE_SCALE) };
}
