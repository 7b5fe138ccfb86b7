import { z } from "zod";
import { day, instant, money, page, percent, price, quantity } from "./fields.ts";

const row = {
  id: z.uuid(),
  number: z.string(),
  supplierId: z.uuid(),
  supplierName: z.string(),
  locationId: z.uuid(),
  locationName: z.string(),
  status: z.enum(["draft", "sent", "partly_received", "received", "closed", "cancelled"]),
  expectedOn: day.nullable(),
  total: money.meta({ description: "Of the lines whose cost somebody knows, net of VAT" }),
  lineCount: z.int(),
  memberName: z.string(),
  createdAt: instant,
  sentAt: instant.nullable(),
  confirmedAt: instant.nullable().meta({ description: "The supplier confirmed it behind the link" }),
};

export const purchaseOrderPageAnswer = page(z.object(row));

export const purchaseOrderAnswer = z.object({
  ...row,
  notes: z.string().nullable(),
  endedAt: instant.nullable(),
  endedBy: z.string().nullable(),
  endReason: z.string().nullable(),
  lines: z.array(z.object({
    productId: z.uuid(),
    sku: z.string(),
    name: z.string(),
    unit: z.string(),
    supplierCode: z.string().nullable(),
    packSize: quantity,
    quantity: quantity.meta({ description: "In units" }),
    unitCost: price.nullable().meta({ description: "Expected cost of one unit, net of VAT" }),
    taxRate: percent,
    received: quantity,
  })),
  answers: z.array(z.object({ kind: z.enum(["confirmed", "note"]), note: z.string().nullable(), at: instant })),
  receipts: z.array(z.object({ receiptId: z.uuid(), number: z.string(), paper: z.string().nullable(), date: day })),
});

export const suggestedLinesAnswer = z.object({ items: z.array(z.object({ productId: z.uuid(), quantity })) });
