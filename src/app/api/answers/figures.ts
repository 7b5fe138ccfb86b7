import { z } from "zod";
import { day, money, quantity } from "./fields.ts";

export const figuresAnswer = z.object({
  from: day,
  to: day,
  sales: money,
  tickets: z.int(),
  averageTicket: money,
  units: quantity,
  profit: money.nullable().meta({ description: "Null without permission product.cost" }),
  byMethod: z.array(z.object({ method: z.string(), amount: money })),
  topProducts: z.array(z.object({ productId: z.uuid().nullable(), name: z.string(), quantity, total: money })),
});
