import { isUuid } from "@/kernel/id.ts";
import { accept, refuse } from "@/kernel/refusal.ts";
import { getSale } from "@/modules/sales/queries/get-sale.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { saleAnswer } from "@/app/api/answers/sale.ts";

export const GET = endpoint({
  summary: "One sale",
  permission: "sale.read",
  answer: saleAnswer,
  run: async (ctx, { params }) => {
    const sale = isUuid(params.id) ? await getSale(ctx.db, params.id) : null;
    return sale ? accept(sale) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
