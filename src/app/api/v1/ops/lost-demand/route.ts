import { accept } from "@/kernel/refusal.ts";
import { recordLostDemand } from "@/modules/sales/commands/record-lost-demand.ts";
import { listLostDemand } from "@/modules/sales/queries/list-lost-demand.ts";
import { listLostDemandSchema, recordLostDemandSchema } from "@/modules/sales/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { lostDemandAnswer, lostDemandPageAnswer } from "@/app/api/answers/lost-demand.ts";

export const GET = endpoint({
  summary: "What was asked for and could not be sold, the newest first",
  permission: "stock.read",
  query: listLostDemandSchema,
  answer: lostDemandPageAnswer,
  run: async (ctx, { query }) => accept(await listLostDemand(ctx, query)),
});

export const POST = endpoint({
  summary: "Write down what was asked for and could not be sold",
  permission: "sale.register",
  body: recordLostDemandSchema,
  answer: lostDemandAnswer,
  status: 201,
  refusals: ["product_unknown", "idempotency_mismatch"],
  run: (ctx, { body }) => recordLostDemand(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
