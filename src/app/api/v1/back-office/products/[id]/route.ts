import { isUuid } from "@/kernel/id.ts";
import { refuse } from "@/kernel/refusal.ts";
import { deleteProduct } from "@/modules/catalogue/commands/delete-product.ts";
import { updateProduct } from "@/modules/catalogue/commands/update-product.ts";
import { updateProductSchema } from "@/modules/catalogue/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { productAnswer, productDeletedAnswer } from "@/app/api/answers/product.ts";

export const PATCH = endpoint({
  summary: "Change a product",
  permission: "product.write",
  body: updateProductSchema,
  answer: productAnswer,
  refusals: ["sku_taken", "barcode_taken", "version_changed"],
  run: async (ctx, { params, body }) => (isUuid(params.id) ? updateProduct(ctx, params.id, body) : refuse("not_found")),
});

export const DELETE = endpoint({
  summary: "Delete a product, or archive one that has history",
  permission: "product.write",
  answer: productDeletedAnswer,
  run: async (ctx, { params }) => (isUuid(params.id) ? deleteProduct(ctx, params.id) : refuse("not_found")),
});

export const { GET, HEAD, POST, PUT, OPTIONS } = otherMethods("PATCH", "DELETE");
