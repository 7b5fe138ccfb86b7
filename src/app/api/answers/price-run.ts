import { z } from "zod";
import { instant, page, percent, price } from "./fields.ts";

const count = z.int();

export const simulationAnswer = z.object({
  counts: z.object({ scope: count, change: count, same: count, impossible: count, held: count, jumps: count, belowFloor: count, belowTarget: count, belowCost: count, up: count, down: count, labels: count, averageJump: percent.nullable() }),
  items: z.array(z.object({
    productId: z.uuid(),
    sku: z.string(),
    name: z.string(),
    from: price.nullable(),
    to: price,
    jump: percent.nullable().meta({ description: "Percent" }),
    margin: percent.nullable().optional().meta({ description: "Percent of the net price at replacement cost; absent without permission product.cost" }),
    cost: price.nullable().optional(),
    held: z.boolean().meta({ description: "Left as it is, because it passes a guard" }),
  })),
  nextPage: count.nullable(),
});

export const priceRunAnswer = z.object({
  id: z.uuid(),
  status: z.enum(["waiting", "applied", "failed", "canceled"]),
  listId: z.uuid().nullable().meta({ description: "Null: the base list" }),
  listName: z.string().nullable(),
  plan: z.looseObject({}).meta({ description: "As it was asked for" }),
  by: z.string().nullable(),
  createdAt: instant,
  runAt: instant,
  appliedAt: instant.nullable(),
  total: count,
  done: count,
  kept: count.meta({ description: "Left alone: their price had moved since they were planned" }),
  undone: count,
  undoing: z.boolean(),
});
export const priceRunListAnswer = page(priceRunAnswer);
