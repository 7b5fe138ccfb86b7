import { storeCreditAnswer } from "@/app/api/answers/sale.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept, refuse } from "@/kernel/refusal.ts";
import { findCredit } from "@/modules/sales/queries/find-credit.ts";
import { findCreditSchema } from "@/modules/sales/schema.ts";

export const GET = endpoint({
  summary: "What is left of a store credit, by its code",
  permission: "sale.register",
  query: findCreditSchema,
  answer: storeCreditAnswer,
  refusals: ["credit_unknown"],
  run: async (ctx, { query }) => {
    const credit = await findCredit(ctx.db, query.code);
    return credit ? accept(credit) : refuse("credit_unknown");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
