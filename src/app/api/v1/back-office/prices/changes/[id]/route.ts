import { z } from "zod";
import { accept, refuse } from "@/kernel/refusal.ts";
import { cancelPriceRun } from "@/modules/pricing/commands/cancel-price-run.ts";
import { getPriceRun } from "@/modules/pricing/queries/get-price-run.ts";
import { priceRunAnswer } from "@/app/api/answers/price-run.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

export const GET = endpoint({
  summary: "A change of prices and how far it is",
  permission: "price.change",
  answer: priceRunAnswer,
  run: async (ctx, { id }) => {
    const run = await getPriceRun(ctx, id);
    return run ? accept(run) : refuse("not_found");
  },
});

export const DELETE = endpoint({
  summary: "Call off a change of prices that waits for its time",
  permission: "price.change",
  answer: z.null(),
  status: 204,
  refusals: ["price_run_begun"],
  run: (ctx, { id }) => cancelPriceRun(ctx, id),
});

export const { POST, PUT, PATCH, OPTIONS } = otherMethods("GET", "DELETE");
