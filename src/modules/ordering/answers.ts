import { z } from "zod";

// What the browser is told by this room's actions: cut-to.ts. Decimals are texts.

export const orderAnswer = z.object({ id: z.string(), number: z.string() });
export const receivedAnswer = z.object({ id: z.string(), number: z.string() });
export const linkAnswer = z.object({ url: z.string(), expiresAt: z.string() });
export const suggestedLinesAnswer = z.array(z.object({ goods: z.object({ id: z.string(), sku: z.string(), name: z.string(), unit: z.string(), taxRate: z.string(), cost: z.string().nullable(), packSize: z.string(), weight: z.string().nullable() }), quantity: z.string() }));
