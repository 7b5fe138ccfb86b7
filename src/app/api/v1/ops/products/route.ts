import { listProducts } from "@/modules/catalogue/queries/list-products.ts";
import { listProductsSchema } from "@/modules/catalogue/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";

export const GET = endpoint({
  summary: "Products, found by words or codes",
  permission: "product.read",
  query: listProductsSchema,
  run: (ctx, { query }) => listProducts(ctx, query),
});
