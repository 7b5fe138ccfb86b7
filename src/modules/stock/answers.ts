import { z } from "zod";
import type { StockLine } from "./queries/find-stock-lines.ts";

// What the browser is told by this room's actions: cut-to.ts. Decimals are texts.

export const numberedAnswer = z.object({ id: z.string(), number: z.int() });
export const openedAnswer = z.object({ id: z.string() });
export const locationAnswer = z.object({ id: z.string(), name: z.string() });
export const stockLinesAnswer: z.ZodType<StockLine[]> = z.array(z.object({ productId: z.string(), sku: z.string(), name: z.string(), unit: z.string(), onHand: z.string() }));
