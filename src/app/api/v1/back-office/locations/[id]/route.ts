import { accept, refuse } from "@/kernel/refusal.ts";
import { saveLocation } from "@/modules/stock/commands/save-location.ts";
import { loadLocationRecords } from "@/modules/stock/queries/load-location-records.ts";
import { updateLocationSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { locationAnswer } from "@/app/api/answers/stock.ts";

export const GET = endpoint({
  summary: "A shop or a warehouse",
  permission: "location.write",
  answer: locationAnswer,
  run: async (ctx, { id }) => {
    const [location] = await loadLocationRecords(ctx.db, id);
    return location ? accept(location) : refuse("not_found");
  },
});

export const PATCH = endpoint({
  summary: "Change, close or reopen a location",
  permission: "location.write",
  body: updateLocationSchema,
  answer: locationAnswer,
  refusals: ["location_taken", "location_default", "location_in_use", "version_changed"],
  run: (ctx, { id, body }) => saveLocation(ctx, id, body),
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods("GET", "PATCH");
