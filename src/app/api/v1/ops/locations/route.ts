import { accept } from "@/kernel/refusal.ts";
import { listLocations } from "@/modules/stock/queries/list-locations.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { locationListAnswer } from "@/app/api/answers/stock.ts";

export const GET = endpoint({
  summary: "Shops and warehouses that are open",
  permission: null,
  answer: locationListAnswer,
  run: async (ctx) => accept({ items: (await listLocations(ctx)).filter(({ isActive }) => isActive), nextCursor: null }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
