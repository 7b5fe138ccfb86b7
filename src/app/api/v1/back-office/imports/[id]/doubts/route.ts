import { z } from "zod";
import { importDoubtsAnswer } from "@/app/api/answers/import.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { decideDoubts } from "@/modules/imports/commands/decide-doubts.ts";
import { listDoubts } from "@/modules/imports/queries/list-doubts.ts";
import { decideDoubtsSchema } from "@/modules/imports/schema.ts";

export const GET = endpoint({
  summary: "The lines of a supplier's list that may be one of several products, those that wait first",
  permission: "product.import",
  answer: importDoubtsAnswer,
  run: async (ctx, { id }) => {
    const found = await listDoubts(ctx, id);
    return found.ok ? accept({ items: found.value }) : found;
  },
});

export const POST = endpoint({
  summary: "Say which product each doubtful line is; null: none of the shop's; without productId: undecided again",
  permission: "product.import",
  body: decideDoubtsSchema,
  answer: z.object({ decided: z.int() }),
  refusals: ["import_not_in_review", "product_unknown", "line_taken", "forbidden", "idempotency_mismatch"],
  run: (ctx, { id, body }) => decideDoubts(ctx, id, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
