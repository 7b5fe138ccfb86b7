import { accept } from "@/kernel/refusal.ts";
import { listLocations } from "@/modules/stock/queries/list-locations.ts";
import { endpoint } from "@/app/api/endpoint.ts";

export const GET = endpoint({
  summary: "Shops and warehouses",
  permission: null,
  run: async (ctx) => accept({ items: await listLocations(ctx), nextCursor: null }),
});
