import { z } from "zod";
import { day, decimal } from "./fields.ts";

export const figuresAnswer = z.object({
  from: day,
  to: day,
  sales: decimal,
  tickets: z.int(),
  averageTicket: decimal,
  units: decimal,
  profit: decimal.nullable().meta({ description: "Null without permission product.cost" }),
  byMethod: z.array(z.object({ method: z.string(), amount: decimal })),
  topProducts: z.array(z.object({ productId: z.uuid().nullable(), name: z.string(), quantity: decimal, total: decimal })),
});
