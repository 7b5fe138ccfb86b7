import { addVariants } from "@/modules/catalogue/commands/add-variants.ts";
import { addVariantsSchema } from "@/modules/catalogue/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { familyAnswer } from "@/app/api/answers/product.ts";

export const POST = endpoint({
  summary: "Add variants to a family",
  permission: "product.write",
  body: addVariantsSchema,
  answer: familyAnswer,
  status: 201,
  refusals: ["variant_repeated", "variant_incomplete", "sku_taken", "barcode_taken", "idempotency_mismatch"],
  run: (ctx, { id, body }) => addVariants(ctx, id, body.variants),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
