import { dayIn } from "@/kernel/day.ts";
import { accept } from "@/kernel/refusal.ts";
import { getFigures } from "@/modules/insights/queries/get-figures.ts";
import { periodSchema } from "@/modules/insights/schema.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { figuresAnswer } from "@/app/api/answers/figures.ts";

export const GET = endpoint({
  summary: "Figures of a period; today by default",
  permission: "report.read",
  query: periodSchema,
  answer: figuresAnswer,
  run: async (ctx, { query }) => {
    const { timeZone } = await getShop(ctx);
    const today = dayIn(ctx.now, timeZone);
    const period = { from: query.from ?? query.to ?? today, to: query.to ?? today };
    return accept({ ...period, ...(await getFigures(ctx, period)) });
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
