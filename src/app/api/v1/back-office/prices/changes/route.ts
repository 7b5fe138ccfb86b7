import { openPriceRun } from "@/modules/pricing/commands/open-price-run.ts";
import { listPriceRuns } from "@/modules/pricing/queries/get-price-run.ts";
import { priceRunSchema } from "@/modules/pricing/schema.ts";
import { priceRunAnswer, priceRunListAnswer } from "@/app/api/answers/price-run.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { pageByPlace, pageQuery } from "@/app/api/page-by-place.ts";

export const GET = endpoint({
  summary: "The latest changes of prices, the newest first",
  permission: "price.change",
  query: pageQuery,
  answer: priceRunListAnswer,
  run: (ctx, { query }) => pageByPlace(query, (count, from) => listPriceRuns(ctx, count, from)),
});

export const POST = endpoint({
  summary: "Change prices, now or at a time: fixed at once, written by a job",
  permission: "price.change",
  body: priceRunSchema,
  answer: priceRunAnswer,
  status: 202,
  refusals: ["prices_unchanged", "price_list_derived", "idempotency_mismatch"],
  run: (ctx, { body }) => openPriceRun(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
