import { posListAnswer } from "@/app/api/answers/price-list.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept, refuse } from "@/kernel/refusal.ts";
import { loadPosList } from "@/modules/pricing/queries/load-pos-list.ts";

export const GET = endpoint({
  summary: "A price list in use, with all that a till prices a sale by",
  permission: "sale.register",
  answer: posListAnswer,
  run: async (ctx, { id }) => {
    const list = await loadPosList(ctx.db, id);
    return list ? accept(list) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
