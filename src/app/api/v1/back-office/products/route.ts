import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { productAnswer } from "@/app/api/answers/product.ts";

export const POST = endpoint({
  summary: "Add a product",
  permission: "product.write",
  body: createProductSchema,
  answer: productAnswer,
  status: 201,
  refusals: ["not_found", "sku_taken", "barcode_taken", "conflict", "idempotency_mismatch"],
  run: (ctx, { body }) => createProduct(ctx, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
