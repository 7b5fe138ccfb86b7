import { z } from "zod";
import { day, instant, money, page, percent, price, quantity } from "./fields.ts";

const row = {
  id: z.uuid(),
  supplierId: z.uuid(),
  supplierName: z.string(),
  locationId: z.uuid(),
  number: z.string(),
  date: day,
  dueDate: day,
  status: z.enum(["posted", "cancelled"]),
  subtotal: money.meta({ description: "Goods, net of VAT" }),
  freight: money,
  freightSpread: z.enum(["value", "weight", "units"]).meta({ description: "By what the freight was spread over the goods" }),
  tax: money,
  otherTaxes: money,
  total: money,
  due: money.meta({ description: "What is still owed of it" }),
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
  taxes: z.array(z.object({ taxRate: percent, base: money, tax: money })),
  lines: z.array(z.object({
    productId: z.uuid(),
    sku: z.string(),
    name: z.string(),
    unit: z.string(),
    quantity,
    unitCost: price.meta({ description: "One unit before the line's discounts, net of VAT" }),
    discounts: z.string(),
    taxRate: percent,
    net: money,
    freight: money.meta({ description: "The line's share of the freight" }),
    landedCost: price.meta({ description: "What one unit came to, freight included" }),
    costBefore: price.nullable(),
  })),
  payments: z.array(z.object({ paymentId: z.uuid(), date: day, method: z.string(), amount: money })),
});

export const supplierPaymentAnswer = z.object({
  id: z.uuid(),
  supplierId: z.uuid(),
  method: z.string(),
  amount: money,
  date: day,
  status: z.enum(["posted", "cancelled"]),
  notes: z.string().nullable(),
  allocations: z.array(z.object({ purchaseId: z.uuid(), number: z.string(), amount: money })),
  unallocated: money.meta({ description: "What pays no bill and stays in the account" }),
});

export const supplierAccountAnswer = z.object({
  balance: money.meta({ description: "What the shop owes; negative: it paid ahead" }),
  overdue: money,
  items: z.array(z.object({
    id: z.uuid(),
    kind: z.enum(["bill", "bill_cancelled", "payment", "payment_cancelled", "credit_note", "credit_note_cancelled"]),
    sourceId: z.uuid(),
    reference: z.string(),
    date: day,
    dueDate: day.nullable().meta({ description: "Of a bill" }),
    amount: money.meta({ description: "Positive: the shop owes more" }),
    balance: money,
    isCancelled: z.boolean(),
  })),
  nextCursor: z.string().nullable(),
});
