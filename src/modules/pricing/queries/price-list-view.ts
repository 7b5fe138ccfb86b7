import type { ListKind, ListRules } from "../rules/list-rules.ts";

export interface PriceListDetail extends ListRules {
  id: string;
  /** Null: the base list, before somebody named it. */
  name: string | null;
  kind: ListKind;
  currency: string;
  isActive: boolean;
  /** 0 before the base list has rules. */
  version: number;
}
