import { saveLocation } from "@/modules/stock/commands/save-location.ts";
import { loadLocationRecords } from "@/modules/stock/queries/load-location-records.ts";
import { createLocationSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { pageOfWhole, pageQuery } from "@/app/api/page-by-place.ts";
import { locationAnswer, locationRecordsAnswer } from "@/app/api/answers/stock.ts";

export const GET = endpoint({
  summary: "Shops and warehouses with who works there, closed ones too",
  permission: "location.write",
  query: pageQuery,
  answer: locationRecordsAnswer,
  run: (ctx, { query }) => pageOfWhole(query, loadLocationRecords(ctx.db, null)),
});

export const POST = endpoint({
  summary: "Add a shop or a warehouse",
  permission: "location.write",
  body: createLocationSchema,
  answer: locationAnswer,
  status: 201,
  refusals: ["not_found", "location_taken", "conflict", "idempotency_mismatch"],
  run: (ctx, { body: { id, ...location } }) => saveLocation(ctx, null, location, id),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
