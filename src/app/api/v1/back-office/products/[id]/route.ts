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
  refusals: ["sku_taken", "barcode_taken", "version_changed", "variant_elsewhere", "variant_repeated", "variant_incomplete"],
  run: (ctx, { id, body }) => updateProduct(ctx, id, body),
});

export const DELETE = endpoint({
  summary: "Delete a product, or archive one that has history",
  permission: "product.write",
  answer: productDeletedAnswer,
  refusals: ["in_kit"],
  run: (ctx, { id }) => deleteProduct(ctx, id),
});

export const { GET, HEAD, POST, PUT, OPTIONS } = otherMethods("PATCH", "DELETE");
