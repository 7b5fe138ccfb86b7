import { accept } from "@/kernel/refusal.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { listSales } from "@/modules/sales/queries/list-sales.ts";
import { listSalesSchema, registerSaleSchema } from "@/modules/sales/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";

export const GET = endpoint({
  summary: "Sales, the newest first",
  permission: "sale.read",
  query: listSalesSchema,
  run: async (ctx, { query }) => accept(await listSales(ctx, query)),
});

export const POST = endpoint({
  summary: "Register a sale",
  permission: "sale.register",
  body: registerSaleSchema,
  status: 201,
  run: (ctx, { body }) => registerSale(ctx, body),
});
