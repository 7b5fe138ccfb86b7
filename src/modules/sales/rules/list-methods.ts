import type { Decimal } from "@/kernel/decimal.ts";
import type { Instalments, SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import { methodPercent } from "./method-percent.ts";
import { SETTLED_METHODS, type SettledMethod } from "./settle-payments.ts";

export interface MethodView {
  method: SettledMethod;
  percent: Decimal;
  installments: Instalments[];
}

/** Every payment method with what it adds to a sale. */
export function listMethods(rules: SaleRules): MethodView[] {
  return SETTLED_METHODS.map((method) => ({ method, percent: methodPercent(rules, method) ?? "0", installments: method === "credit" ? rules.installments : [] }));
}
