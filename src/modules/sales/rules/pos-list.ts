import { compare, type Decimal } from "@/kernel/decimal.ts";
import type { ListKind, SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import { derivePrice } from "@/modules/pricing/rules/list-price.ts";
import type { RoundingBand } from "@/modules/pricing/rules/round-price.ts";

/** A customer's price list as the till prices by it. */
export interface PosList {
  id: string;
  name: string;
  kind: ListKind;
  percent: Decimal | null;
  rounding: RoundingBand[];
  rules: SaleRules;
  /** Of an own list, by product. */
  prices: Readonly<Record<string, Decimal>>;
}

/** What a product costs by a list, as the server has it (queries/price-by-list.ts): what an own list does not name costs what it costs everybody. */
export function priceByPosList(list: PosList | null, product: { id: string; salePrice: Decimal | null }): Decimal | null {
  const { id, salePrice } = product;
  if (list === null || list.kind === "base") return salePrice;
  if (list.kind === "own") return list.prices[id] ?? salePrice;
  return salePrice === null ? null : derivePrice(salePrice, list.percent ?? "0", list.rounding);
}

/** What is given for one of a product that comes back without its sale: no more than it costs them today. */
export function worthBack(lowest: Decimal | null, price: Decimal | null): Decimal | null {
  if (lowest === null || price === null) return lowest ?? price;
  return compare(price, lowest) < 0 ? price : lowest;
}
