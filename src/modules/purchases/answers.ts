import { z } from "zod";
import type { BillGoods, FoundGoods } from "./queries/find-bill-goods.ts";

// What the browser is told by this room's actions: cut-to.ts. Decimals are texts.

export const billAnswer = z.object({ id: z.string(), number: z.string(), supplierName: z.string() });
export const documentAnswer = z.object({ id: z.string(), number: z.string() });
export const paidAnswer = z.object({ amount: z.string() });

const goods: z.ZodType<BillGoods> = z.object({ id: z.string(), sku: z.string(), name: z.string(), unit: z.string(), taxRate: z.string(), cost: z.string().nullable(), packSize: z.string(), weight: z.string().nullable() });
export const suggestedGoodsAnswer = z.array(goods);
export const foundGoodsAnswer: z.ZodType<FoundGoods[]> = z.array(z.object({ place: z.int(), goods }));
