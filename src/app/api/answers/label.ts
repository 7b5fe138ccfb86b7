import { z } from "zod";
import { instant, page } from "./fields.ts";

export const labelBatchAnswer = z.object({
  id: z.uuid(),
  listId: z.uuid().meta({ description: "The base list has the shop's own id" }),
  listName: z.string().nullable(),
  choice: z.looseObject({}).meta({ description: "Which products were asked for" }),
  layout: z.object({ format: z.string(), start: z.int(), symbol: z.enum(["bars", "qr", "none"]), perMeasure: z.boolean(), withoutTax: z.boolean(), code: z.boolean(), date: z.boolean() }),
  products: z.int(),
  labels: z.int(),
  by: z.string().nullable(),
  createdAt: instant,
  printedAt: instant.nullable().meta({ description: "When somebody said that it was printed, the last time" }),
});

export const labelBatchListAnswer = page(labelBatchAnswer);
