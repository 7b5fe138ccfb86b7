import { purchaseAnswer } from "@/app/api/answers/purchase.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept, refuse } from "@/kernel/refusal.ts";
import { getPurchase } from "@/modules/purchases/queries/get-purchase.ts";

export const GET = endpoint({
  summary: "A supplier's bill",
  permission: "purchase.read",
  answer: purchaseAnswer,
  run: async (ctx, { id }) => {
    const purchase = await getPurchase(ctx.db, id);
    return purchase ? accept(purchase) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
