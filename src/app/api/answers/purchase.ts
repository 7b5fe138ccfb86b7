import { z } from "zod";
import { day, decimal, instant, page } from "./fields.ts";

const row = {
  id: z.uuid(),
  supplierId: z.uuid(),
  supplierName: z.string(),
  locationId: z.uuid(),
  number: z.string(),
  date: day,
  dueDate: day,
  status: z.enum(["posted", "cancelled"]),
  subtotal: decimal.meta({ description: "Goods, net of VAT" }),
  freight: decimal,
  freightSpread: z.enum(["value", "weight", "units"]).meta({ description: "By what the freight was spread over the goods" }),
  tax: decimal,
  otherTaxes: decimal,
  total: decimal,
  due: decimal.meta({ description: "What is still owed of it" }),
  memberName: z.string(),
  postedAt: instant,
};

export const purchasePageAnswer = page(z.object(row));

export const purchaseAnswer = z.object({
  ...row,
  notes: z.string().nullable(),
  cancelledAt: instant.nullable(),
  cancelledBy: z.string().nullable(),
  cancelReason: z.string().nullable(),
  taxes: z.array(z.object({ taxRate: decimal, base: decimal, tax: decimal })),
  lines: z.array(z.object({
    productId: z.uuid(),
    sku: z.string(),
    name: z.string(),
    unit: z.string(),
    quantity: decimal,
    unitCost: decimal.meta({ description: "One unit before the line's discounts, net of VAT" }),
    discounts: z.string(),
    taxRate: decimal,
    net: decimal,
    freight: decimal.meta({ description: "The line's share of the freight" }),
    landedCost: decimal.meta({ description: "What one unit came to, freight included" }),
    costBefore: decimal.nullable(),
  })),
  payments: z.array(z.object({ paymentId: z.uuid(), date: day, method: z.string(), amount: decimal })),
});

export const supplierPaymentAnswer = z.object({
  id: z.uuid(),
  supplierId: z.uuid(),
  method: z.string(),
  amount: decimal,
  date: day,
  status: z.enum(["posted", "cancelled"]),
  notes: z.string().nullable(),
  allocations: z.array(z.object({ purchaseId: z.uuid(), number: z.string(), amount: decimal })),
  unallocated: decimal.meta({ description: "What pays no bill and stays in the account" }),
});

export const supplierAccountAnswer = z.object({
  balance: decimal.meta({ description: "What the shop owes; negative: it paid ahead" }),
  overdue: decimal,
  items: z.array(z.object({
    id: z.uuid(),
    kind: z.enum(["bill", "bill_cancelled", "payment", "payment_cancelled", "credit_note", "credit_note_cancelled"]),
    sourceId: z.uuid(),
    reference: z.string(),
    date: day,
    dueDate: day.nullable().meta({ description: "Of a bill" }),
    amount: decimal.meta({ description: "Positive: the shop owes more" }),
    balance: decimal,
    isCancelled: z.boolean(),
  })),
  nextCursor: z.string().nullable(),
});
