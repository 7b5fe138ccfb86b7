import { z } from "zod";
import { decimal, instant, page } from "./fields.ts";

const line = z.object({
  id: z.uuid(),
  productId: z.uuid().nullable(),
  sku: z.string().nullable(),
  name: z.string(),
  unit: z.string(),
  quantity: decimal,
  unitPrice: decimal.meta({ description: "Final, VAT included" }),
  listPrice: decimal.nullable(),
  discount: decimal,
  adjustment: decimal.meta({ description: "Its share of what the payment methods added" }),
  total: decimal,
  taxRate: decimal,
  tax: decimal,
});

const amounts = { subtotal: decimal, discount: decimal, adjustment: decimal.meta({ description: "What the payment methods added (a surcharge) or took off (negative): subtotal - discount + adjustment = total" }), tax: decimal, total: decimal, change: decimal };
const status = z.literal("completed");

export const saleAnswer = z.object({
  id: z.uuid(),
  number: z.int(),
  status,
  soldAt: instant,
  locationId: z.uuid(),
  customerId: z.uuid(),
  ...amounts,
  notes: z.string().nullable(),
  lines: z.array(line),
  payments: z.array(z.object({ id: z.uuid(), method: z.string(), amount: decimal, installments: z.int().nullable().meta({ description: "Null: in one payment" }), adjustment: decimal })),
});

export const salePageAnswer = page(
  z.object({
    id: z.uuid(),
    number: z.int(),
    status,
    soldAt: instant,
    customerId: z.uuid(),
    customerName: z.string(),
    memberName: z.string(),
    lineCount: z.int(),
    methods: z.array(z.string()),
    ...amounts,
  }),
);
