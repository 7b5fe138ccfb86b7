import { saveRate } from "@/modules/suppliers/commands/save-rate.ts";
import { listRates } from "@/modules/suppliers/queries/list-rates.ts";
import { rateSchema } from "@/modules/suppliers/schema.ts";
import { page } from "@/app/api/answers/fields.ts";
import { rateAnswer } from "@/app/api/answers/supplier.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { pageByPlace, pageQuery } from "@/app/api/page-by-place.ts";

export const GET = endpoint({
  summary: "The latest exchange rates, the newest first",
  permission: "supplier.read",
  query: pageQuery,
  answer: page(rateAnswer),
  run: (ctx, { query }) => pageByPlace(query, (count, from) => listRates(ctx, count, from)),
});

export const POST = endpoint({
  summary: "Write down a currency's rate of a day",
  permission: "supplier.write",
  body: rateSchema,
  answer: rateAnswer,
  refusals: ["not_allowed", "idempotency_mismatch"],
  run: (ctx, { body }) => saveRate(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
