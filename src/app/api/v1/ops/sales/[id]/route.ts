import { isUuid } from "@/kernel/id.ts";
import { accept, refuse } from "@/kernel/refusal.ts";
import { getSale } from "@/modules/sales/queries/get-sale.ts";
import { endpoint } from "@/app/api/endpoint.ts";

export const GET = endpoint({
  summary: "One sale",
  permission: "sale.read",
  run: async (ctx, { params }) => {
    const sale = isUuid(params.id) ? await getSale(ctx.db, params.id) : null;
    return sale ? accept(sale) : refuse("not_found");
  },
});
