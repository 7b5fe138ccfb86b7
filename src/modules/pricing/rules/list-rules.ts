import type { Decimal } from "@/kernel/decimal.ts";
import type { QuantityBreak } from "./list-price.ts";
import type { RoundingBand } from "./round-price.ts";

export const LIST_KINDS = ["base", "own", "derived"] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** Payment methods that a list may price: those of the counter. */
export const PRICED_METHODS = ["cash", "debit", "credit", "transfer", "wallet"] as const;

/** How a list makes its prices. Percents as decimal strings. */
export interface ListRules {
  /** Of a derived list: percent on the base price. */
  percent: Decimal | null;
  rounding: RoundingBand[];
  breaks: QuantityBreak[];
  methods: Record<string, Decimal>;
  floorMargin: Decimal | null;
  targetMargin: Decimal | null;
}
