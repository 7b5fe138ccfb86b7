import { accept, refuse } from "@/kernel/refusal.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { productAnswer } from "@/app/api/answers/product.ts";

export const GET = endpoint({
  summary: "One product",
  permission: "product.read",
  answer: productAnswer,
  run: async (ctx, { id }) => {
    const product = await getProduct(ctx, ctx.db, id);
    return product ? accept(product) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
