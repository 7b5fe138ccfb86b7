import { fix, type Decimal } from "@/kernel/decimal.ts";
import type { Instalments, SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import { PAYMENT_METHODS, type PaymentMethod } from "../schema.ts";
import { methodPercent } from "./method-percent.ts";

const RATE_SCALE = 2;

export interface MethodView {
  method: PaymentMethod;
  percent: Decimal;
  installments: Instalments[];
}

/** Every payment method that a sale takes, with what it adds to it. */
export function listMethods(rules: SaleRules): MethodView[] {
  const installments = rules.installments.map(({ count, percent }) => ({ count, percent: fix(percent, RATE_SCALE) }));
  return PAYMENT_METHODS.map((method) => ({ method, percent: fix(methodPercent(rules, method) ?? "0", RATE_SCALE), installments: method === "credit" ? installments : [] }));
}
