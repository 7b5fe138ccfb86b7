import { z } from "zod";
import { day, exchangeRate, instant, money, page, percent, price, quantity } from "./fields.ts";

export const supplierAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  taxId: z.string().nullable(),
  currency: z.string(),
  discounts: z.string().meta({ description: "Percents one after the other: 20+10+5" }),
  freightPercent: percent,
  leadDays: z.int().nullable(),
  orderDays: z.array(z.int()).meta({ description: "ISO days of the week: 1 is Monday" }),
  minOrder: money.nullable(),
  contacts: z.array(z.object({ name: z.string(), phone: z.string(), email: z.string(), note: z.string() })),
  notes: z.string().nullable(),
  isActive: z.boolean(),
  productCount: z.int(),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
});
export const supplierListAnswer = page(supplierAnswer);

export const supplierProductListAnswer = page(z.object({
  productId: z.uuid(),
  sku: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  packSize: quantity,
  isMain: z.boolean(),
  listedName: z.string().nullable().meta({ description: "What the supplier's latest list calls it" }),
  goneSince: day.nullable().meta({ description: "Day from which the supplier's list has it no more" }),
  listPrice: price.nullable().optional().meta({ description: "Absent without permission product.cost" }),
  cost: price.nullable().optional().meta({ description: "One unit, net of VAT, in the shop's currency" }),
}));

export const rateAnswer = z.object({ currency: z.string(), onDate: day, rate: exchangeRate });
