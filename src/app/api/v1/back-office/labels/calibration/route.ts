import { z } from "zod";
import { accept } from "@/kernel/refusal.ts";
import { calibrationPage } from "@/modules/labels/queries/calibration-page.ts";
import { calibrationQuery } from "@/modules/labels/schema.ts";
import { answerPaper } from "@/app/api/answer-paper.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

export const GET = endpoint({
  summary: "The test page of a paper as a PDF, to measure a printer with",
  permission: "label.print",
  query: calibrationQuery,
  answer: z.custom<Response>().meta({ type: "string", format: "binary", description: "The file itself" }),
  answerType: "application/pdf",
  run: async (ctx, { query }) => accept(answerPaper(await calibrationPage(ctx, query.format))),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
