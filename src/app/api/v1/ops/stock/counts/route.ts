import { accept } from "@/kernel/refusal.ts";
import { openCount } from "@/modules/stock/commands/open-count.ts";
import { listCounts } from "@/modules/stock/queries/list-counts.ts";
import { listCountsSchema, openCountSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { countAnswer, countPageAnswer } from "@/app/api/answers/stock.ts";

export const GET = endpoint({
  summary: "Stock counts, the newest first",
  permission: "stock.read",
  query: listCountsSchema,
  answer: countPageAnswer,
  run: async (ctx, { query }) => accept(await listCounts(ctx, query)),
});

export const POST = endpoint({
  summary: "Open a count: of named products, of a few that have waited longest, or of whatever is counted",
  permission: "stock.count",
  body: openCountSchema,
  answer: countAnswer,
  status: 201,
  refusals: ["product_unknown", "location_closed", "location_not_yours", "idempotency_mismatch"],
  run: (ctx, { body }) => openCount(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
