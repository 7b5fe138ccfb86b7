import { big, fix, isZero, type Decimal } from "@/kernel/decimal.ts";
import { MONEY_SCALE } from "@/kernel/money.ts";
import { MEASURES, type BaseMeasure, type Measure } from "@/modules/catalogue/rules/content-units.ts";

export interface MeasuredProduct {
  unit: string;
  netContent: Decimal | null;
  contentUnit: string | null;
}

export interface PricePerMeasure {
  /** Of one kg, l, m, m², m³ or unit, to cents. */
  price: Decimal;
  per: BaseMeasure;
}

const measureOf = (unit: string | null): (typeof MEASURES)[Measure] | null => (unit !== null && Object.hasOwn(MEASURES, unit) ? MEASURES[unit as Measure] : null);

/**
 * The price of one kilo, litre, metre… that Argentine shelves must show beside the price (Res. SIC 4/2025 art. 2): of what a package holds, or of
 * goods that are sold by measure themselves. Null where nothing is known to measure, and for a package of one.
 */
export function pricePerMeasure(price: Decimal, { unit, netContent, contentUnit }: MeasuredProduct): PricePerMeasure | null {
  const content = measureOf(contentUnit);
  if (netContent !== null && content !== null && !isZero(netContent)) {
    if (content.base === "u" && big(netContent).eq("1")) return null;
    return { price: fix(big(price).times(content.perBase).div(netContent), MONEY_SCALE), per: content.base };
  }
  const own = unit === "u" ? null : measureOf(unit);
  return own && { price: fix(big(price).times(own.perBase), MONEY_SCALE), per: own.base };
}
