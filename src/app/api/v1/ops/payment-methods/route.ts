import { z } from "zod";
import { accept } from "@/kernel/refusal.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { SETTLED_METHODS } from "@/modules/sales/rules/settle-payments.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { page } from "@/app/api/answers/fields.ts";

export const GET = endpoint({
  summary: "Payment methods that a sale takes",
  permission: "sale.register",
  answer: page(z.object({ method: z.enum(SETTLED_METHODS) })),
  run: async () => accept({ items: SETTLED_METHODS.map((method) => ({ method })), nextCursor: null }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
