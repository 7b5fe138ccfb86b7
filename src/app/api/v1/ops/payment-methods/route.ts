import { z } from "zod";
import { page, percent } from "@/app/api/answers/fields.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { pageOfWhole, pageQuery } from "@/app/api/page-by-place.ts";
import { loadSaleRules } from "@/modules/pricing/queries/load-sale-rules.ts";
import { listMethods } from "@/modules/sales/rules/list-methods.ts";
import { PAYMENT_METHODS } from "@/modules/sales/schema.ts";

export const GET = endpoint({
  summary: "Payment methods that a sale takes, and what each adds to it by the base list",
  permission: "sale.register",
  query: pageQuery,
  answer: page(z.object({
    method: z.enum(PAYMENT_METHODS),
    percent: percent.meta({ description: "On the part that it pays; -10 is a discount of 10 %" }),
    installments: z.array(z.object({ count: z.int(), percent })).meta({ description: "Of a credit card; empty: any number, at the percent above" }),
  })),
  run: (ctx, { query }) => pageOfWhole(query, loadSaleRules(ctx.db).then(listMethods)),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
