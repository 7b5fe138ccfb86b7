import { accept, refuse } from "@/kernel/refusal.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { listPriceHistory } from "@/modules/pricing/queries/list-price-history.ts";
import { priceHistoryAnswer } from "@/app/api/answers/price-list.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

export const GET = endpoint({
  summary: "The latest prices that a product had, the newest first",
  permission: "product.read",
  answer: priceHistoryAnswer,
  run: async (ctx, { id }) => {
    const product = await getProduct(ctx, ctx.db, id);
    return product ? accept({ items: await listPriceHistory(ctx, product.id), nextCursor: null }) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
