import { accept } from "@/kernel/refusal.ts";
import { findDuplicates } from "@/modules/merging/queries/find-duplicates.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { duplicatesAnswer } from "@/app/api/answers/merge.ts";

export const GET = endpoint({
  summary: "Pairs of products that are likely one, the surest first",
  permission: "product.write",
  answer: duplicatesAnswer,
  run: async (ctx) => accept({ items: await findDuplicates(ctx), nextCursor: null }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
