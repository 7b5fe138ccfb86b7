import { z } from "zod";
import { instant, page, quantity } from "./fields.ts";

export const lostDemandAnswer = z.object({
  id: z.uuid(),
  at: instant,
  locationId: z.uuid(),
  member: z.string(),
  /** Null where `words` say what it was. */
  productId: z.uuid().nullable(),
  sku: z.string().nullable(),
  name: z.string().nullable(),
  words: z.string().nullable(),
  quantity,
});

export const lostDemandPageAnswer = page(lostDemandAnswer);
