import { accept } from "@/kernel/refusal.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { SETTLED_METHODS } from "@/modules/sales/rules/settle-payments.ts";

export const GET = endpoint({
  summary: "Payment methods that a sale takes",
  permission: "sale.register",
  run: async () => accept({ items: SETTLED_METHODS.map((method) => ({ method })), nextCursor: null }),
});
