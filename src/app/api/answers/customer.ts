import { z } from "zod";
import { COLLECTION_METHODS, DOCUMENT_TYPES } from "@/modules/customers/schema.ts";
import { money, page } from "./fields.ts";

export const customerAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  documentType: z.enum(DOCUMENT_TYPES).nullable(),
  document: z.string().nullable().meta({ description: "Digits and letters, without separators" }),
  address: z.string().nullable(),
  priceListId: z.uuid().nullable(),
  creditLimit: money.nullable().meta({ description: "How much they may owe; null: without limit" }),
  notes: z.string().nullable(),
  isActive: z.boolean(),
  isFinalConsumer: z.boolean().meta({ description: "The anonymous buyer of the counter" }),
  balance: money.meta({ description: "What they owe; negative: the shop owes them" }),
  oldestDebt: z.iso.date().nullable().meta({ description: "Day of the oldest sale that their payments do not cover yet" }),
  version: z.int(),
});

export const customerPageAnswer = page(customerAnswer);

export const customerAccountAnswer = z.object({
  balance: money,
  items: z.array(z.object({ id: z.uuid(), kind: z.enum(["sale", "sale_cancelled", "return", "payment"]), sourceId: z.uuid(), date: z.iso.date(), amount: money.meta({ description: "Positive: they owe more" }), balance: money, method: z.string().nullable() })),
  nextCursor: z.string().nullable(),
});

export const customerPaymentAnswer = z.object({ id: z.uuid(), customerId: z.uuid(), method: z.enum(COLLECTION_METHODS), amount: money, date: z.iso.date(), notes: z.string().nullable() });
