import { mergeProducts } from "@/modules/merging/commands/merge-products.ts";
import { mergeSchema } from "@/modules/merging/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { mergeAnswer } from "@/app/api/answers/merge.ts";

export const POST = endpoint({
  summary: "Make one product of two: codes, prices and stock go to the survivor, sales keep naming the other",
  permission: "product.write",
  body: mergeSchema,
  answer: mergeAnswer,
  status: 201,
  refusals: ["merge_same", "merge_units", "merge_kit", "merge_gone", "merge_unfinished", "product_archived", "conflict", "idempotency_mismatch"],
  run: (ctx, { body }) => mergeProducts(ctx, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
