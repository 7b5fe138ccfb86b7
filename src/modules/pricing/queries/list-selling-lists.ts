import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { ListKind, SaleRules } from "../rules/list-rules.ts";
import { loadPriceLists } from "./load-price-lists.ts";

export interface SellingList extends SaleRules {
  id: string;
  kind: ListKind;
  name: string | null;
  currency: string;
  /** Prices charged hold VAT, in every list. */
  taxIncluded: true;
  /** The base list: what a sale that names none is priced by. */
  isDefault: boolean;
  /** Of a derived list: on the base price. */
  percent: Decimal | null;
}

/** The lists in use, without what only the office sets (rounding, margins). */
export async function listSellingLists(db: Pick<Context["db"], "rows">): Promise<SellingList[]> {
  const lists = (await loadPriceLists(db)).filter(({ isActive }) => isActive);
  return lists.map(({ id, kind, name, currency, percent, breaks, methods, installments }) => ({ id, kind, name, currency, taxIncluded: true, isDefault: kind === "base", percent, breaks, methods, installments }));
}
