import { z } from "zod";
import { day, instant, money, page, percent, price, quantity } from "./fields.ts";

const receiptRow = {
  id: z.uuid(),
  number: z.string(),
  supplierId: z.uuid(),
  supplierName: z.string(),
  locationId: z.uuid(),
  locationName: z.string(),
  purchaseOrderId: z.uuid().nullable(),
  purchaseOrderNumber: z.string().nullable(),
  paper: z.string().nullable().meta({ description: "The delivery note's own number" }),
  date: day,
  status: z.enum(["unbilled", "partly_billed", "billed", "cancelled"]),
  value: money.meta({ description: "At the expected cost, net of VAT" }),
  memberName: z.string(),
  postedAt: instant,
};

const goodsLine = { productId: z.uuid(), sku: z.string(), name: z.string(), unit: z.string(), quantity, unitCost: price, value: money, taxRate: percent };
const cancellation = { cancelledAt: instant.nullable(), cancelledBy: z.string().nullable(), cancelReason: z.string().nullable() };

export const receiptPageAnswer = page(z.object(receiptRow));

export const receiptAnswer = z.object({
  ...receiptRow,
  notes: z.string().nullable(),
  ...cancellation,
  lines: z.array(z.object({ ...goodsLine, ordered: quantity.nullable().meta({ description: "What was still to come of the order" }), billed: quantity, reason: z.string().nullable() })),
  bills: z.array(z.object({ purchaseId: z.uuid(), number: z.string() })),
});

export const differenceAnswer = z.object({
  id: z.uuid(),
  purchaseId: z.uuid(),
  purchaseNumber: z.string(),
  date: day,
  supplierId: z.uuid(),
  supplierName: z.string(),
  productId: z.uuid(),
  sku: z.string(),
  name: z.string(),
  unit: z.string(),
  kind: z.enum(["quantity", "price", "pack", "tax"]),
  expected: price.meta({ description: "Of the order and the receipts: units, cost of one, or percent of VAT" }),
  found: price.meta({ description: "Of the bill" }),
  amount: money.meta({ description: "Net of VAT: positive when the bill asks for more" }),
  decision: z.enum(["accept", "claim", "correct"]).nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  creditNoteId: z.uuid().nullable(),
});

export const differencePageAnswer = page(differenceAnswer);

const returnRow = {
  id: z.uuid(),
  number: z.string(),
  supplierId: z.uuid(),
  supplierName: z.string(),
  locationId: z.uuid(),
  locationName: z.string(),
  reason: z.string(),
  date: day,
  status: z.enum(["pending", "credited", "cancelled"]).meta({ description: "pending: its credit note has not come" }),
  value: money,
  memberName: z.string(),
  postedAt: instant,
};

export const returnPageAnswer = page(z.object(returnRow));

export const returnAnswer = z.object({
  ...returnRow,
  notes: z.string().nullable(),
  ...cancellation,
  creditNoteId: z.uuid().nullable(),
  creditNoteNumber: z.string().nullable(),
  lines: z.array(z.object(goodsLine)),
});

const creditNoteRow = {
  id: z.uuid(),
  supplierId: z.uuid(),
  supplierName: z.string(),
  number: z.string(),
  date: day,
  status: z.enum(["posted", "cancelled"]),
  returnId: z.uuid().nullable(),
  net: money,
  tax: money,
  total: money,
  memberName: z.string(),
  postedAt: instant,
};

export const creditNotePageAnswer = page(z.object(creditNoteRow));

export const creditNoteAnswer = z.object({
  ...creditNoteRow,
  notes: z.string().nullable(),
  cancelReason: z.string().nullable(),
  taxes: z.array(z.object({ taxRate: percent, base: money, tax: money })),
  differenceIds: z.array(z.uuid()),
  allocations: z.array(z.object({ purchaseId: z.uuid(), number: z.string(), amount: money })),
  unallocated: money.meta({ description: "What pays no bill and stays in the account" }),
});
