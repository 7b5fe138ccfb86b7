import { z } from "zod";
import { APPROVABLE } from "@/modules/sales/rules/approval.ts";
import { SALE_STATUSES } from "@/modules/sales/rules/sale-status.ts";
import { REFUNDS } from "@/modules/sales/rules/refunds.ts";
import { instant, money, page, percent, price, quantity } from "./fields.ts";

const line = z.object({
  id: z.uuid(),
  productId: z.uuid().nullable(),
  sku: z.string().nullable(),
  name: z.string(),
  unit: z.string(),
  quantity,
  unitPrice: price.meta({ description: "Final, VAT included" }),
  listPrice: price.nullable(),
  discount: money,
  adjustment: money.meta({ description: "Its share of what the payment methods added" }),
  total: money,
  taxRate: percent,
  tax: money,
  returned: quantity.meta({ description: "What came back of it" }),
  priceList: z.object({ id: z.uuid(), name: z.string() }).nullable().meta({ description: "The list that said its price; null where that is the counter's own, or nobody's" }),
  quantityBreak: z.object({ from: quantity, percent }).nullable().meta({ description: "What its quantity made of the list's price" }),
  returnedLineId: z.uuid().nullable().meta({ description: "Of an exchange: the earlier line that came back with this one, whose amounts are negative; null with a negative quantity: it came back while nobody knew its sale" }),
});

export const returnPriceAnswer = z.object({
  productId: z.uuid(),
  unitPrice: price.nullable().meta({ description: "The lowest that it cost in the last days; null: it had no price" }),
  days: z.int(),
});

const credit = z.object({ code: z.string(), amount: money, balance: money });

export const storeCreditAnswer = z.object({ code: z.string(), balance: money, issuedAt: instant, customerName: z.string().nullable().meta({ description: "Null: given to nobody in particular" }) });

export const returnAnswer = z.object({
  id: z.uuid(),
  number: z.int(),
  saleId: z.uuid(),
  saleNumber: z.int(),
  returnedAt: instant,
  memberName: z.string(),
  customerId: z.uuid(),
  refund: z.enum(REFUNDS),
  reason: z.string(),
  tax: money,
  total: money,
  lines: z.array(line.omit({ id: true, listPrice: true, returned: true, priceList: true, quantityBreak: true, returnedLineId: true }).extend({ saleLineId: z.uuid() })),
  refunds: z.array(z.object({ method: z.string(), amount: money })),
  storeCredits: z.array(credit).meta({ description: "What was given as credit, with the codes to spend it by" }),
});

export const printedAnswer = z.object({ id: z.uuid(), isCopy: z.boolean().meta({ description: "All but the first are copies, and say so" }) });

const amounts = { subtotal: money, discount: money, adjustment: money.meta({ description: "What the payment methods added (a surcharge) or took off (negative): subtotal - discount + adjustment = total" }), tax: money, total: money, change: money };
const status = z.enum(SALE_STATUSES);

export const saleAnswer = z.object({
  id: z.uuid(),
  number: z.int(),
  status,
  rounding: money.meta({ description: "What of the adjustment cash took off because the shop has no smaller coin: zero or less" }),
  soldAt: instant,
  locationId: z.uuid(),
  customerId: z.uuid(),
  ...amounts,
  notes: z.string().nullable(),
  lines: z.array(line),
  payments: z.array(z.object({ id: z.uuid(), method: z.string(), amount: money, installments: z.int().nullable().meta({ description: "Null: in one payment" }), adjustment: money })),
  returns: z.array(returnAnswer),
  cancellation: z.object({ at: instant, memberName: z.string(), reason: z.string() }).nullable(),
  storeCredits: z.array(credit).meta({ description: "Of an exchange: what it gave as credit" }),
  approvals: z
    .array(z.object({ document: z.enum(["sale", "sale_return", "sale_cancellation"]), documentId: z.uuid(), kinds: z.array(z.enum(APPROVABLE)), memberName: z.string(), askedBy: z.string(), reason: z.string(), at: instant }))
    .meta({ description: "Who allowed what was beyond the limits of who made the sale, its returns or its cancellation" }),
});

export const grantAnswer = z.object({
  grant: z.string().meta({ description: "For approval.grant of one sale, return or cancellation by the caller" }),
  memberId: z.uuid(),
  memberName: z.string(),
  expiresAt: instant,
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
