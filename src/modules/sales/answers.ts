import { z } from "zod";
import { PAYMENT_METHODS } from "./schema.ts";

// What the browser is told by the actions of this room.

const text = z.string();
const told = text.nullable();

export const returnedAnswer = z.object({ id: text, number: z.number(), total: text, storeCredits: z.array(z.object({ code: text, amount: text, balance: text })) });

const method = z.enum(PAYMENT_METHODS);
const counted = z.object({ method, amount: text, denominations: z.array(z.object({ value: text, count: z.number() })).optional() });

export const countedAnswer = z.object({
  methods: z.array(z.object({ method, sales: text, refunds: text, collected: text, moved: text, expected: text, counted: told, difference: text })),
  asksReason: z.boolean(),
  held: z.array(z.object({ id: text, name: text, total: text, memberName: text, at: text })),
});

export const registerAnswer = z.object({ id: text, name: text });

const summed = z.object({ count: z.number(), total: text });

export const tillAnswer = z.object({
  id: text,
  registerId: text,
  registerName: text,
  locationId: text,
  locationName: text,
  status: z.enum(["open", "closed"]),
  openedAt: text,
  openedBy: text,
  openedById: text,
  float: text,
  closedAt: told,
  closedBy: told,
  number: z.number().nullable(),
  methods: z.array(z.object({ method, sales: told, refunds: told, collected: told, moved: told, expected: told, counted: told, difference: told })),
  sales: summed.extend({ first: z.number().nullable(), last: z.number().nullable(), tax: text, rounding: text.optional() }),
  cancelled: summed,
  returns: summed,
  unreceipted: summed.optional(),
  members: z.array(summed.extend({ name: text })),
  movements: z.array(z.object({ id: text, amount: text, purpose: text, reason: text, memberName: text, at: text })),
  counts: z.array(z.object({ at: text, memberName: text, counted: z.array(counted) })),
  reason: told,
});

export const printedAnswer = z.object({ id: text, isCopy: z.boolean() });

export const linkAnswer = z.object({ url: text, expiresAt: text });

export const collectedAnswer = z.object({ id: text, amount: text });
