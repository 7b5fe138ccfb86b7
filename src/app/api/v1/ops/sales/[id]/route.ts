import { accept, refuse } from "@/kernel/refusal.ts";
import { getSale } from "@/modules/sales/queries/get-sale.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { saleAnswer } from "@/app/api/answers/sale.ts";

export const GET = endpoint({
  summary: "One sale",
  permission: "sale.read",
  answer: saleAnswer,
  run: async (ctx, { id }) => {
    const sale = await getSale(ctx.db, id);
    return sale ? accept(sale) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
