import { z } from "zod";
import { fix, isDecimal } from "@/kernel/decimal.ts";
import { amount, cursor, optionalWords, price, quantity, uuid, words } from "@/modules/catalogue/schema.ts";
import { readDiscountChain, writeDiscountChain } from "@/modules/pricing/rules/discount-chain.ts";
import { dayField } from "@/platform/day-field.ts";
import { pageLimit } from "@/platform/page-limit.ts";
import { SHEET_FORMATS } from "@/platform/spreadsheet/sheet-formats.ts";
import { DECISIONS } from "./rules/decisions.ts";
import { numberKey } from "./rules/number-key.ts";
import { FREIGHT_SPREADS } from "./rules/spread-freight.ts";

const some = (text: string): boolean => !isDecimal(text) || /[1-9]/.test(text);
const money = amount(11, 2);

const discounts = words(60)
  .refine((text) => readDiscountChain(text) !== null, "discounts_invalid")
  .transform((text) => writeDiscountChain(readDiscountChain(text) ?? []));

const line = z
  .strictObject({
    productId: uuid.optional(),
    sku: words(60).optional(),
    quantity: quantity.refine(some, "quantity_zero"),
    /** Of one unit, before the line's discounts, net of VAT. */
    unitCost: price,
    discounts: discounts.default(""),
    /** Percent; the product's own when absent. */
    taxRate: amount(2, 2).optional(),
    /** Kilograms of one unit, for freight spread by weight; the product's own when absent, and the product's from now on where it had none. */
    weight: amount(10, 4).refine(some, "quantity_zero").optional(),
  })
  .refine(({ productId, sku }) => (productId === undefined) !== (sku === undefined), { message: "required", path: ["productId"] });

export const registerPurchaseSchema = z
  .strictObject({
    id: uuid.optional(),
    supplierId: uuid,
    locationId: uuid.optional(),
    /** As the supplier's paper says. */
    number: words(60).refine((text) => numberKey(text) !== "", "required"),
    date: dayField,
    /** The date itself when absent. */
    dueDate: dayField.optional(),
    lines: z.array(line).min(1, "required").max(1_000, "too_large"),
    /** Freight and what else it took to bring the goods, net of VAT; spread over them. */
    freight: money.default("0"),
    /** The shop's own way when absent. */
    freightSpread: z.enum(FREIGHT_SPREADS, "not_allowed").optional(),
    /** What the paper adds beyond VAT. */
    otherTaxes: money.default("0"),
    notes: optionalWords(500),
    /** The total of the paper: another one is refused rather than posted. */
    expectedTotal: money.optional(),
    /** Receipts that it charges: what they brought is not brought again, and where they differ a decision is asked for. */
    receiptIds: z.array(uuid).max(100, "too_large").transform((ids) => [...new Set(ids)].sort()).optional(),
  })
  .refine(({ date, dueDate }) => dueDate === undefined || dueDate >= date, { message: "too_small", path: ["dueDate"] });
export type RegisterPurchaseInput = z.output<typeof registerPurchaseSchema>;

export const PURCHASE_VIEWS = ["posted", "due", "cancelled"] as const;

export const listPurchasesSchema = z.strictObject({
  q: z.string().max(200, "too_long").optional(),
  supplierId: uuid.optional(),
  from: dayField.optional(),
  to: dayField.optional(),
  /** due: something is still owed of it, the soonest due first. */
  status: z.enum(PURCHASE_VIEWS, "not_allowed").optional(),
  limit: pageLimit,
  cursor,
});
export type ListPurchasesInput = z.output<typeof listPurchasesSchema>;

const reason = words(500).min(1, "required");
export const cancelSchema = z.strictObject({ reason });
export const cancelForm = z.strictObject({ id: uuid, reason });

export const PAYMENT_WAYS = ["cash", "transfer", "wallet"] as const;
export type PaymentWay = (typeof PAYMENT_WAYS)[number];

export const paySupplierSchema = z.strictObject({
  id: uuid.optional(),
  amount: money.refine(some, "too_small"),
  method: z.enum(PAYMENT_WAYS, "not_allowed").default("cash"),
  /** The shop's today when absent. */
  date: dayField.optional(),
  notes: optionalWords(500),
  /** Which bills it pays; the oldest due first when absent. */
  allocations: z.array(z.strictObject({ purchaseId: uuid, amount: money.refine(some, "too_small") })).max(200, "too_large").optional(),
});
export type PaySupplierInput = z.output<typeof paySupplierSchema>;

const period = { from: dayField.optional(), to: dayField.optional() };
export const supplierAccountSchema = z.strictObject({ ...period, limit: pageLimit, cursor });

/** The account of a period as a paper; without bounds all of it. */
export const statementSchema = z.strictObject(period);
export type StatementInput = z.output<typeof statementSchema>;
export const exportStatementSchema = statementSchema.extend({ format: z.enum(SHEET_FORMATS, "not_allowed").default("xlsx") });
export type ExportStatementInput = z.output<typeof exportStatementSchema>;

/** The payment's form: the account's own, with whose account it is. */
export const paymentForm = z.strictObject({ ...paySupplierSchema.shape, supplierId: uuid });

export const findGoodsSchema = z.strictObject({
  supplierId: uuid.nullable(),
  /** Codes as they stand in a pasted bill: the supplier's, barcodes, own ones. */
  codes: z.array(words(60)).max(1_000, "too_large"),
});
export const suggestGoodsSchema = z.strictObject({ supplierId: uuid.nullable(), q: words(200) });

const someQuantity = quantity.refine(some, "quantity_zero");
const named = { productId: uuid.optional(), sku: words(60).optional() };
const numberCursor = z.string().regex(/^\d{1,15}$/, "invalid").optional();

/** Goods without a bill: a delivery note ("remito"). */
export const registerReceiptSchema = z.strictObject({
  id: uuid.optional(),
  supplierId: uuid,
  locationId: uuid.optional(),
  /** The delivery note's own number. */
  paper: optionalWords(60),
  /** The shop's today when absent. */
  date: dayField.optional(),
  notes: optionalWords(500),
  lines: z
    .array(z.strictObject({ ...named, quantity: someQuantity, /** Expected, net of VAT; the supplier's list through its chain when absent. */ unitCost: price.optional() })
      .refine(({ productId, sku }) => (productId === undefined) !== (sku === undefined), { message: "required", path: ["productId"] }))
    .min(1, "required").max(1_000, "too_large"),
});
export type RegisterReceiptInput = z.output<typeof registerReceiptSchema>;

export const listReceiptsSchema = z.strictObject({ supplierId: uuid.optional(), purchaseOrderId: uuid.optional(), status: z.enum(["unbilled", "cancelled"], "not_allowed").optional(), limit: pageLimit, cursor: numberCursor });
export type ListReceiptsInput = z.output<typeof listReceiptsSchema>;

export const decideSchema = z.strictObject({ decision: z.enum(DECISIONS, "not_allowed"), reason });
export const decideForm = decideSchema.extend({ id: uuid });
export type DecideInput = z.output<typeof decideSchema>;

export const DIFFERENCE_VIEWS = ["open", "claimed", "decided"] as const;
export const listDifferencesSchema = z.strictObject({ supplierId: uuid.optional(), purchaseId: uuid.optional(), status: z.enum(DIFFERENCE_VIEWS, "not_allowed").default("open"), limit: pageLimit, cursor: uuid.optional() });
export type ListDifferencesInput = z.output<typeof listDifferencesSchema>;

/** Goods that go back to their supplier. */
export const registerReturnSchema = z.strictObject({
  id: uuid.optional(),
  supplierId: uuid,
  locationId: uuid.optional(),
  reason,
  date: dayField.optional(),
  notes: optionalWords(500),
  lines: z
    .array(z.strictObject({ ...named, quantity: someQuantity, /** What one unit leaves at, net of VAT; what the supplier's last bill says when absent. */ unitCost: price.optional() })
      .refine(({ productId, sku }) => (productId === undefined) !== (sku === undefined), { message: "required", path: ["productId"] }))
    .min(1, "required").max(1_000, "too_large"),
});
export type RegisterReturnInput = z.output<typeof registerReturnSchema>;

export const listReturnsSchema = z.strictObject({ supplierId: uuid.optional(), status: z.enum(["pending"], "not_allowed").optional(), limit: pageLimit, cursor: numberCursor });
export type ListReturnsInput = z.output<typeof listReturnsSchema>;

/** A supplier's credit note: what it takes off the debt. */
export const registerCreditNoteSchema = z.strictObject({
  id: uuid.optional(),
  supplierId: uuid,
  number: words(60).refine((text) => numberKey(text) !== "", "required"),
  date: dayField,
  /** Net of VAT by rate. */
  taxes: z.array(z.strictObject({ taxRate: amount(2, 2), base: money.refine(some, "too_small") })).min(1, "required").max(10, "too_large").refine((list) => new Set(list.map(({ taxRate }) => (isDecimal(taxRate) ? fix(taxRate, 2) : taxRate))).size === list.length, "conflict"),
  /** The returned goods that it pays for. */
  returnId: uuid.optional(),
  /** The claimed differences that it settles. */
  differenceIds: z.array(uuid).max(200, "too_large").transform((ids) => [...new Set(ids)]).default([]),
  notes: optionalWords(500),
  /** Which bills it pays; the oldest due first when absent. */
  allocations: z.array(z.strictObject({ purchaseId: uuid, amount: money.refine(some, "too_small") })).max(200, "too_large").optional(),
});
export type RegisterCreditNoteInput = z.output<typeof registerCreditNoteSchema>;

export const listCreditNotesSchema = z.strictObject({ supplierId: uuid.optional(), limit: pageLimit, cursor: uuid.optional() });
export type ListCreditNotesInput = z.output<typeof listCreditNotesSchema>;
