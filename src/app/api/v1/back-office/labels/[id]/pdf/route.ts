import { z } from "zod";
import { mapAccepted } from "@/kernel/refusal.ts";
import { batchFile } from "@/modules/labels/queries/batch-file.ts";
import { answerPaper } from "@/app/api/answer-paper.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

export const GET = endpoint({
  summary: "The labels of a batch as a PDF, the same at each reprint",
  permission: "label.print",
  answer: z.custom<Response>().meta({ type: "string", format: "binary", description: "The file itself" }),
  answerType: "application/pdf",
  run: async (ctx, { id }) => mapAccepted(await batchFile(ctx, id), answerPaper),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
