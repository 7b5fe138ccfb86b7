import { tellApart } from "@/modules/merging/commands/tell-apart.ts";
import { findDuplicates } from "@/modules/merging/queries/find-duplicates.ts";
import { distinctSchema } from "@/modules/merging/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { pageOfWhole, pageQuery } from "@/app/api/page-by-place.ts";
import { distinctAnswer, duplicatesAnswer } from "@/app/api/answers/merge.ts";

export const GET = endpoint({
  summary: "Pairs of products that are likely one, the surest first",
  permission: "product.write",
  query: pageQuery,
  answer: duplicatesAnswer,
  run: (ctx, { query }) => pageOfWhole(query, findDuplicates(ctx)),
});

export const POST = endpoint({
  summary: "Say that two products that look like one are not the same, or take that back",
  permission: "product.write",
  body: distinctSchema,
  answer: distinctAnswer,
  refusals: ["merge_same", "not_found"],
  run: (ctx, { body }) => tellApart(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
