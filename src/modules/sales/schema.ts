import { z } from "zod";
import { isDecimal } from "@/kernel/decimal.ts";
import { isUuid } from "@/kernel/id.ts";
import { dayField } from "@/platform/day-field.ts";
import { pageLimit } from "@/platform/page-limit.ts";
import { cursor, words } from "@/modules/catalogue/schema.ts";
import { PIN_SHAPE } from "@/modules/identity/rules/judge-pin.ts";
import { CASH_PURPOSES } from "./rules/cash-purposes.ts";
import { RECEIPT_FORMS } from "./rules/receipt.ts";
import { SALE_STATUSES } from "./rules/sale-status.ts";
import { REFUNDS } from "./rules/refunds.ts";

const uuid = z.string().refine(isUuid, "invalid").meta({ format: "uuid" });

/** A decimal string of at most `scale` decimals and `whole` digits before them. */
function decimal(whole: number, scale: number) {
  const form = new RegExp(`^-?\\d{1,${whole}}(\\.\\d{1,${scale}})?$`);
  return z.string().refine((text) => isDecimal(text) && form.test(text), "not_a_number");
}

const positive = (text: string): boolean => !text.startsWith("-") && /[1-9]/.test(text);
const notNegative = (text: string): boolean => !text.startsWith("-");

const quantity = decimal(9, 3).refine(positive, "quantity_zero");
const signedQuantity = decimal(9, 3).refine((text) => /[1-9]/.test(text), "quantity_zero");
const signedMoney = decimal(11, 2);
const price = decimal(9, 4).refine(notNegative, "too_small");
const money = decimal(11, 2).refine(notNegative, "too_small");
const percent = decimal(3, 2).refine((text) => notNegative(text) && Number(text) <= 100, "too_large");
const text = (most: number) => z.string().trim().max(most, "too_long");

const discount = { discountPercent: percent.optional(), discountAmount: money.optional() };

export const saleLineSchema = z
  .strictObject({
    productId: uuid.optional(),
    sku: text(64).optional(),
    barcode: text(64).optional(),
    /** Of an exchange: the line of an earlier sale of which a part comes back with this one, at what it was sold for; its quantity is negative. */
    saleLineId: uuid.optional(),
    /** Negative without saleLineId: goods that come back while nobody knows their sale, by who may; `notes` of the sale say why. */
    quantity: signedQuantity,
    unitPrice: price.optional(),
    /** Of an item without product ("varios"); with a product it overrides nothing but the printed name. */
    description: text(200).optional(),
    taxRate: decimal(2, 2).refine(notNegative, "too_small").optional(),
    ...discount,
  })
  .refine((line) => [line.productId, line.sku, line.barcode].filter((given) => given !== undefined).length <= 1, "invalid")
  .refine((line) => line.discountPercent === undefined || line.discountAmount === undefined, "invalid")
  .refine((line) => (line.quantity.startsWith("-") ? [line.saleLineId, line.productId, line.sku, line.barcode].some((given) => given !== undefined) : line.saleLineId === undefined), { message: "quantity_zero", path: ["quantity"] })
  .refine((line) => !line.quantity.startsWith("-") || (line.discountPercent === undefined && line.discountAmount === undefined), { message: "not_allowed", path: ["quantity"] })
  .refine((line) => line.saleLineId === undefined || Object.keys(line).every((key) => key === "saleLineId" || key === "quantity"), { message: "not_allowed", path: ["saleLineId"] });

export const PAYMENT_METHODS = ["cash", "debit", "credit", "transfer", "wallet", "account", "store_credit"] as const;

const paymentSchema = z.strictObject({
  method: z.enum(PAYMENT_METHODS),
  amount: money.refine(positive, "too_small"),
  installments: z.int().min(1).max(60).optional(),
  /** Of a store credit; without it the credits of the sale's customer pay. */
  code: text(20).min(1, "required").optional(),
});

const reason = z.string().trim().min(1, "required").max(500, "too_long");

const second = {
  /** Whose PIN it is; the PIN alone says so too. */
  memberId: uuid.optional(),
  pin: z.string().regex(PIN_SHAPE, "pin_wrong"),
  reason,
};

/** The word of a second member for what is beyond the limits of who asks: their PIN, or the grant that they gave with it. */
const approvalSchema = z.union([z.strictObject(second), z.strictObject({ grant: z.string().min(1, "required").max(4_000, "too_long") })]);
export type ApprovalInput = z.output<typeof approvalSchema>;

export const giveApprovalSchema = z.strictObject({
  ...second,
  needs: z
    .strictObject({ discountPercent: percent.optional(), refund: money.optional(), price: z.literal(true).optional(), belowCost: z.literal(true).optional(), negativeStock: z.literal(true).optional(), credit: z.literal(true).optional(), unreceipted: z.literal(true).optional(), difference: z.literal(true).optional() })
    .refine((needs) => Object.values(needs).some((need) => need !== undefined), "required"),
});
export type GiveApprovalInput = z.output<typeof giveApprovalSchema>;

export const registerSaleSchema = z
  .strictObject({
    id: uuid.optional(),
    locationId: uuid.optional(),
    /** The first one of the location when absent; the sale belongs to the shift that is open at it. */
    registerId: uuid.optional(),
    customerId: uuid.optional(),
    priceListId: uuid.optional(),
    lines: z.array(saleLineSchema).min(1, "sale_empty").max(500, "too_large"),
    payments: z.array(paymentSchema).max(20, "too_large").optional(),
    notes: text(500).optional(),
    /** The total that the counter showed; another one is refused rather than charged. */
    expectedTotal: signedMoney.optional(),
    /** How an exchange that comes to less than nothing gives the rest back. */
    refund: z.enum(["cash", "store_credit"], "not_allowed").optional(),
    approval: approvalSchema.optional(),
    ...discount,
  })
  .refine((sale) => sale.discountPercent === undefined || sale.discountAmount === undefined, "invalid");

export const returnSaleSchema = z.strictObject({
  id: uuid.optional(),
  lines: z.array(z.strictObject({ saleLineId: uuid, quantity })).min(1, "required").max(500, "too_large"),
  /** original: by the methods that paid, in their shares. */
  refund: z.enum(REFUNDS, "not_allowed"),
  reason,
  /** Whose drawer gives the money; the first of the sale's location when absent. */
  registerId: uuid.optional(),
  approval: approvalSchema.optional(),
});
export type ReturnSaleInput = z.output<typeof returnSaleSchema>;

export const cancelSaleSchema = z.strictObject({ reason, approval: approvalSchema.optional() });
export type CancelSaleInput = z.output<typeof cancelSaleSchema>;

export const returnSaleForm = returnSaleSchema.extend({ saleId: uuid });
export const cancelSaleForm = cancelSaleSchema.extend({ saleId: uuid });

const notes = z.array(z.strictObject({ value: money.refine(positive, "too_small"), count: z.int().min(0, "too_small").max(100_000, "too_large") })).max(40, "too_large");

export const openShiftSchema = z.strictObject({
  id: uuid.optional(),
  /** The first one of the location when absent. */
  registerId: uuid.optional(),
  locationId: uuid.optional(),
  float: money.optional(),
  denominations: notes.optional(),
});
export type OpenShiftInput = z.output<typeof openShiftSchema>;

export const moveCashSchema = z.strictObject({
  id: uuid.optional(),
  direction: z.enum(["in", "out"], "not_allowed"),
  amount: money.refine(positive, "too_small"),
  /** Where it comes from or goes to; the shop's own safe when absent. */
  purpose: z.enum(CASH_PURPOSES, "not_allowed").default("safe"),
  reason,
});
export type MoveCashInput = z.output<typeof moveCashSchema>;
export const moveCashForm = moveCashSchema.extend({ shiftId: uuid });

export const countShiftForm = z.strictObject({
  shiftId: uuid,
  counted: z.array(z.strictObject({ method: z.enum(PAYMENT_METHODS, "not_allowed"), amount: money, denominations: notes.optional() })).min(1, "required").max(10, "too_large"),
});

export const closeShiftSchema = z.strictObject({
  /** What is there, by method; absent when it was counted before. A method that is left out counts as it is expected. */
  counted: countShiftForm.shape.counted.optional(),
  /** Why more or less is there than expected, or why tickets are dropped. */
  reason: reason.optional(),
  /** What becomes of the tickets that this register put aside. */
  heldTickets: z.enum(["keep", "discard"], "not_allowed").optional(),
  approval: approvalSchema.optional(),
});
export type CloseShiftInput = z.output<typeof closeShiftSchema>;
export const closeShiftForm = closeShiftSchema.extend({ shiftId: uuid });

const registerFields = {
  name: words(80).min(1, "name_required"),
  /** The usual one when absent. */
  locationId: uuid.optional(),
  /** How far the drawer may be off what was expected before a reason is asked for. */
  tolerance: money.optional(),
  /** Beyond it a till closes with a second member's word only; null: never. */
  approvalAbove: money.nullish(),
};

export const createRegisterSchema = z.strictObject({ id: uuid.optional(), ...registerFields });
export const updateRegisterSchema = z.strictObject({ ...registerFields, name: registerFields.name.optional(), isActive: z.boolean().optional(), version: z.int().min(1).optional() });
export type RegisterChange = z.output<typeof updateRegisterSchema>;

/** The form of a register; `version` null makes a new one. */
export const registerForm = updateRegisterSchema.extend({ id: uuid, version: z.int().min(1).nullable() });

export const listShiftsSchema = z.strictObject({
  registerId: uuid.optional(),
  status: z.enum(["open", "closed"], "not_allowed").optional(),
  limit: pageLimit,
  cursor: uuid.optional(),
});
export type ListShiftsInput = z.output<typeof listShiftsSchema>;

export const shiftIdSchema = z.strictObject({ id: uuid });

export const holdTicketSchema = z.strictObject({
  id: uuid,
  locationId: uuid.optional(),
  registerId: uuid.optional(),
  /** The browser that puts it aside. */
  deviceId: uuid,
  name: text(120).min(1, "required"),
  total: signedMoney,
  /** As the till keeps it; at most 256 kB. */
  content: z.record(z.string(), z.unknown()).refine((content) => JSON.stringify(content).length <= 262_144, "too_large"),
});
export type HoldTicketInput = z.output<typeof holdTicketSchema>;
export const heldTicketsSchema = z.strictObject({ limit: pageLimit, cursor, /** Of its location; absent: of the usual one. */ registerId: uuid.optional(), /** Instead: what this device took in the last days and did not sell. */ takenBy: uuid.optional() });
export const takeTicketSchema = z.strictObject({ registerId: uuid.optional(), /** The browser that takes it. */ deviceId: uuid });
export type TakeTicketInput = z.output<typeof takeTicketSchema>;
export const discardTicketSchema = z.strictObject({ reason });

export type RegisterSaleInput = z.output<typeof registerSaleSchema>;
export type SaleLineInput = z.output<typeof saleLineSchema>;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const recordPrintSchema = z.strictObject({
  id: uuid.optional(),
  /** Of a return of the sale; absent: the sale's own receipt. */
  returnId: uuid.optional(),
  /** Millimetres of the roll, or a sheet. */
  form: z.enum(RECEIPT_FORMS, "not_allowed").default("80"),
  /** As a till printed it that could not ask; absent: whether one was printed before. */
  isCopy: z.boolean().optional(),
});
export type RecordPrintInput = z.output<typeof recordPrintSchema>;
export const recordPrintForm = recordPrintSchema.extend({ saleId: uuid });

/** `print`: the one that this file is; without it the file is a copy where anything was printed. */
export const receiptFileSchema = z.strictObject({ returnId: uuid.optional(), print: uuid.optional() });
export type ReceiptFileInput = z.output<typeof receiptFileSchema>;

export const receiptLinkSchema = z.strictObject({ /** Days that it opens. */ days: z.int().min(1, "too_small").max(365, "too_large").default(90) });
export const receiptLinkForm = receiptLinkSchema.extend({ saleId: uuid });
export const saleIdSchema = z.strictObject({ saleId: uuid });

export const recordLostDemandSchema = z
  .strictObject({
    id: uuid.optional(),
    locationId: uuid.optional(),
    productId: uuid.optional(),
    /** What was asked for, where the shop has no such product; a code that nothing answered to counts as words. */
    words: text(120).min(1, "required").refine((value) => !/\p{Cc}/u.test(value), "invalid").optional(),
    quantity: quantity.default("1"),
  })
  .refine((asked) => (asked.productId === undefined) !== (asked.words === undefined), { message: "required", path: ["words"] });

export type RecordLostDemandInput = z.output<typeof recordLostDemandSchema>;

export const listLostDemandSchema = z.strictObject({ from: dayField.optional(), to: dayField.optional(), productId: uuid.optional(), limit: pageLimit, cursor: uuid.optional() });

export type ListLostDemandInput = z.output<typeof listLostDemandSchema>;

export const findCreditSchema = z.strictObject({ code: text(20).min(1, "required") });

export const listSalesSchema = z.strictObject({
  from: dayField.optional(),
  to: dayField.optional(),
  customerId: uuid.optional(),
  memberId: uuid.optional(),
  /** Sales of it; then `q` is not looked at. */
  productId: uuid.optional(),
  method: z.enum(PAYMENT_METHODS, "not_allowed").optional(),
  status: z.enum(SALE_STATUSES, "not_allowed").optional(),
  /** A number or an amount of the sale, words of its customer, or words or a code of something sold. */
  q: text(200).optional(),
  limit: pageLimit,
  cursor: z.string().regex(/^\d{1,18}$/, "invalid").optional(),
});

export type ListSalesInput = z.output<typeof listSalesSchema>;
