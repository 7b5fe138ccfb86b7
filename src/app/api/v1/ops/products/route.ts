import { listProducts } from "@/modules/catalogue/queries/list-products.ts";
import { listProductsSchema } from "@/modules/catalogue/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { productPageAnswer } from "@/app/api/answers/product.ts";

export const GET = endpoint({
  summary: "Products, found by words or codes",
  permission: "product.read",
  query: listProductsSchema,
  answer: productPageAnswer,
  run: (ctx, { query }) => listProducts(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
