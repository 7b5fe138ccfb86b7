import { z } from "zod";
import { endpoint } from "@/app/api/endpoint.ts";
import { accept } from "@/kernel/refusal.ts";
import { calibrationPage } from "@/modules/labels/queries/calibration-page.ts";
import { calibrationQuery } from "@/modules/labels/schema.ts";
import { answerPaper } from "@/app/api/answer-paper.ts";

/** The page to measure a printer with. */
export const GET = endpoint({
  summary: "The test page of a paper as a PDF",
  permission: "label.print",
  query: calibrationQuery,
  answer: z.custom<Response>(),
  answerType: "application/pdf",
  run: async (ctx, { query }) => accept(answerPaper(await calibrationPage(ctx, query.format))),
});
