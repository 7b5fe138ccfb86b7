import { createFamily } from "@/modules/catalogue/commands/create-family.ts";
import { listFamilies } from "@/modules/catalogue/queries/list-families.ts";
import { createFamilySchema, listFamiliesSchema } from "@/modules/catalogue/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { familyAnswer, familyPageAnswer } from "@/app/api/answers/product.ts";

export const GET = endpoint({
  summary: "Families of variants by name",
  permission: "product.read",
  query: listFamiliesSchema,
  answer: familyPageAnswer,
  run: (ctx, { query }) => listFamilies(ctx, query),
});

export const POST = endpoint({
  summary: "Add a family with its variants, each a product of its own",
  permission: "product.write",
  body: createFamilySchema,
  answer: familyAnswer,
  status: 201,
  refusals: ["family_taken", "variant_repeated", "variant_incomplete", "sku_taken", "barcode_taken", "conflict", "idempotency_mismatch"],
  run: (ctx, { body }) => createFamily(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
