import { accept, refuse } from "@/kernel/refusal.ts";
import { getBatch } from "@/modules/labels/queries/get-batch.ts";
import { labelBatchAnswer } from "@/app/api/answers/label.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

export const GET = endpoint({
  summary: "A batch of labels",
  permission: "label.print",
  answer: labelBatchAnswer,
  run: async (ctx, { id }) => {
    const batch = await getBatch(ctx.db, id);
    return batch ? accept(batch) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
