import { accept, refuse } from "@/kernel/refusal.ts";
import { getAdjustment } from "@/modules/stock/queries/get-adjustment.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { adjustmentAnswer } from "@/app/api/answers/stock.ts";

export const GET = endpoint({
  summary: "A stock adjustment with what it moved",
  permission: "stock.read",
  answer: adjustmentAnswer,
  run: async (ctx, { id }) => {
    const known = await getAdjustment(ctx, ctx.db, id);
    return known ? accept(known.view) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
