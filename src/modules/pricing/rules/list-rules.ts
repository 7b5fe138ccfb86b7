import type { Decimal } from "@/kernel/decimal.ts";
import type { QuantityBreak } from "./quantity-break.ts";
import type { RoundingBand } from "./round-price.ts";

export const LIST_KINDS = ["base", "own", "derived"] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** Payment methods that a list may price: those of the counter. */
export const PRICED_METHODS = ["cash", "debit", "credit", "transfer", "wallet"] as const;

/** In `count` payments by credit card the total changes by so many percent. */
export interface Instalments {
  count: number;
  percent: Decimal;
}

/** What of a list's rules a sale is priced by. */
export type SaleRules = Pick<ListRules, "breaks" | "methods" | "installments"> & {
  /** The shop's smallest coin, to which cash is rounded in the customer's favour; null or absent: to the cent. */
  coin?: Decimal | null;
};

export const NO_SALE_RULES: SaleRules = { breaks: [], methods: {}, installments: [] };

export interface CategoryTarget {
  categoryId: string;
  percent: Decimal;
}

/** How a list makes its prices. Percents as decimal strings. */
export interface ListRules {
  /** Of a derived list: percent on the base price. */
  percent: Decimal | null;
  rounding: RoundingBand[];
  breaks: QuantityBreak[];
  methods: Record<string, Decimal>;
  /** By credit card in so many payments; by rising count. One that is not here is not offered, unless none is. */
  installments: Instalments[];
  floorMargin: Decimal | null;
  targetMargin: Decimal | null;
  /** Instead of targetMargin, for a category and all below it that have none of their own. */
  categoryTargets: CategoryTarget[];
}
