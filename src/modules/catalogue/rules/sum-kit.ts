import { big, fix, type Decimal } from "@/kernel/decimal.ts";
import { PRICE_SCALE } from "@/kernel/money.ts";

interface Part {
  quantity: Decimal | null;
  available: Decimal;
  salePrice: Decimal | null;
  costPrice?: Decimal | null;
}

export interface KitSums {
  /** Null while a part has none. */
  price: Decimal | null;
  cost: Decimal | null;
  /** Whole kits that the parts give. */
  stock: Decimal;
}

/** What a kit comes to, as the database will say once it is saved. */
export function sumKit(parts: readonly Part[]): KitSums {
  const counted = parts.filter((part): part is Part & { quantity: Decimal } => part.quantity !== null && big(part.quantity).gt(0));
  const sum = (valueOf: (part: Part) => Decimal | null | undefined): Decimal | null =>
    counted.some((part) => valueOf(part) == null) ? null : fix(counted.reduce((total, part) => total.plus(big(part.quantity).times(valueOf(part)!)), big("0")), PRICE_SCALE);
  const whole = counted.map(({ available, quantity }) => big(available).div(quantity).round(0, 0));
  const least = whole.reduce((min, one) => (one.lt(min) ? one : min), whole[0] ?? big("0"));
  return { price: sum(({ salePrice }) => salePrice), cost: sum(({ costPrice }) => costPrice), stock: least.lt(0) ? "0" : least.toFixed(0) };
}
