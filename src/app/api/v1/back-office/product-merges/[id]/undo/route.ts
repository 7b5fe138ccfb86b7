import { undoMerge } from "@/modules/merging/commands/undo-merge.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { mergeAnswer } from "@/app/api/answers/merge.ts";

export const POST = endpoint({
  summary: "Take a merge of two products back",
  permission: "product.write",
  answer: mergeAnswer,
  refusals: ["merge_later", "merge_stock"],
  run: (ctx, { id }) => undoMerge(ctx, id),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
