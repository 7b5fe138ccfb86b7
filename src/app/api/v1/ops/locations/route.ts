import { listLocations } from "@/modules/stock/queries/list-locations.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { pageOfWhole, pageQuery } from "@/app/api/page-by-place.ts";
import { locationListAnswer } from "@/app/api/answers/stock.ts";

export const GET = endpoint({
  summary: "Shops and warehouses that are open",
  permission: null,
  query: pageQuery,
  answer: locationListAnswer,
  run: (ctx, { query }) => pageOfWhole(query, listLocations(ctx).then((all) => all.filter(({ isActive }) => isActive))),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
