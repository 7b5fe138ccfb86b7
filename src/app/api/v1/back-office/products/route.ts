import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";

export const POST = endpoint({
  summary: "Add a product",
  permission: "product.write",
  body: createProductSchema,
  status: 201,
  run: (ctx, { body }) => createProduct(ctx, body),
});
