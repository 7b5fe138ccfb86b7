import { makeLabels } from "@/modules/labels/commands/make-labels.ts";
import { listBatches } from "@/modules/labels/queries/get-batch.ts";
import { makeLabelsSchema } from "@/modules/labels/schema.ts";
import { labelBatchAnswer, labelBatchListAnswer } from "@/app/api/answers/label.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { pageByPlace, pageQuery } from "@/app/api/page-by-place.ts";

export const GET = endpoint({
  summary: "The latest batches of labels, the newest first",
  permission: "label.print",
  query: pageQuery,
  answer: labelBatchListAnswer,
  run: (ctx, { query }) => pageByPlace(query, (count, from) => listBatches(ctx, count, from)),
});

export const POST = endpoint({
  summary: "Make up labels; what is not said of paper and contents is as the shop printed last",
  permission: "label.print",
  body: makeLabelsSchema,
  answer: labelBatchAnswer,
  status: 201,
  refusals: ["labels_none", "labels_too_many", "idempotency_mismatch"],
  run: (ctx, { body }) => makeLabels(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
