import { accept, refuse } from "@/kernel/refusal.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { endpoint } from "@/app/api/endpoint.ts";

export const GET = endpoint({
  summary: "One product",
  permission: "product.read",
  run: async (ctx, { params }) => {
    const product = await getProduct(ctx, ctx.db, params.id ?? "");
    return product ? accept(product) : refuse("not_found");
  },
});
