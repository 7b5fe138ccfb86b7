import { simulatePrices } from "@/modules/pricing/queries/simulate-prices.ts";
import { simulationSchema } from "@/modules/pricing/schema.ts";
import { simulationAnswer } from "@/app/api/answers/price-run.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

export const POST = endpoint({
  summary: "What a change of prices would do; nothing is written",
  permission: "price.change",
  body: simulationSchema,
  answer: simulationAnswer,
  refusals: ["price_list_derived"],
  run: (ctx, { body }) => simulatePrices(ctx, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
