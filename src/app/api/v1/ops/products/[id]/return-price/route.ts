import { accept, refuse } from "@/kernel/refusal.ts";
import { returnPriceAnswer } from "@/app/api/answers/sale.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { plainPrice } from "@/modules/catalogue/rules/plain-price.ts";
import { loadLowestPrices, LOWEST_OF_DAYS } from "@/modules/pricing/queries/load-lowest-prices.ts";

export const GET = endpoint({
  summary: "What one of a product is worth that comes back while nobody knows its sale",
  permission: "sale.return",
  answer: returnPriceAnswer,
  run: async (ctx, { id }) => {
    const [product, prices] = await Promise.all([getProduct(ctx, ctx.db, id), loadLowestPrices(ctx.db, ctx.now, [id])]);
    return product ? accept({ productId: product.id, unitPrice: plainPrice(prices.get(product.id) ?? null), days: LOWEST_OF_DAYS }) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
