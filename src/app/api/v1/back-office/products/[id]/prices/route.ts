import { refuse } from "@/kernel/refusal.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { listPriceHistory } from "@/modules/pricing/queries/list-price-history.ts";
import { priceHistoryAnswer } from "@/app/api/answers/price-list.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { pageOfWhole, pageQuery } from "@/app/api/page-by-place.ts";

export const GET = endpoint({
  summary: "The latest prices that a product had, the newest first",
  permission: "product.read",
  query: pageQuery,
  answer: priceHistoryAnswer,
  run: async (ctx, { id, query }) => {
    const product = await getProduct(ctx, ctx.db, id);
    return product ? pageOfWhole(query, listPriceHistory(ctx, product.id)) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
