import { z } from "zod";
import type { Simulation } from "./queries/simulate-prices.ts";

// What the browser is told by this room's actions: cut-to.ts. Decimals are texts.

export const madeAnswer = z.object({ id: z.string() });

const text = z.string();
const mayBe = text.nullable();
const count = z.int();

export const simulationAnswer: z.ZodType<Simulation> = z.object({
  counts: z.object({ scope: count, change: count, same: count, impossible: count, held: count, jumps: count, belowFloor: count, belowTarget: count, belowCost: count, up: count, down: count, labels: count, averageJump: mayBe }),
  items: z.array(z.object({ productId: text, sku: text, name: text, from: mayBe, to: text, jump: mayBe, margin: mayBe.optional(), cost: mayBe.optional(), held: z.boolean() })),
  nextPage: count.nullable(),
});
