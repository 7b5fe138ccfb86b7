import { z } from "zod";
import { optionalWords, price, quantity, uuid, words } from "@/modules/catalogue/schema.ts";
import { dayField } from "@/platform/day-field.ts";
import { pageLimit } from "@/platform/page-limit.ts";
import { ORDER_FILES } from "./rules/order-files.ts";

const someQuantity = quantity.refine((text) => !/^[\d.]+$/.test(text) || /[1-9]/.test(text), "quantity_zero");
const MOST_LINES = 1_000;

const line = z
  .strictObject({
    productId: uuid.optional(),
    sku: words(60).optional(),
    /** In units, also where the supplier sells packs. */
    quantity: someQuantity,
    /** Expected cost of one unit, net of VAT; the supplier's list through its chain when absent. */
    unitCost: price.optional(),
  })
  .refine(({ productId, sku }) => (productId === undefined) !== (sku === undefined), { message: "required", path: ["productId"] });

const content = {
  supplierId: uuid,
  locationId: uuid.optional(),
  /** By the supplier's lead time when absent. */
  expectedOn: dayField.optional(),
  notes: optionalWords(500),
  lines: z.array(line).min(1, "required").max(MOST_LINES, "too_large"),
};

export const createPurchaseOrderSchema = z.strictObject({ id: uuid.optional(), ...content });
export const changePurchaseOrderSchema = z.strictObject(content);
export type PurchaseOrderContent = z.output<typeof changePurchaseOrderSchema>;

/** The editor's form: `isNew` says whether there is something to change. */
export const purchaseOrderForm = z.strictObject({ ...content, id: uuid, isNew: z.boolean() });

export const PURCHASE_ORDER_STATES = ["draft", "sent", "partly_received", "received", "closed", "cancelled"] as const;
export type PurchaseOrderState = (typeof PURCHASE_ORDER_STATES)[number];

export const listPurchaseOrdersSchema = z.strictObject({
  q: z.string().max(200, "too_long").optional(),
  supplierId: uuid.optional(),
  status: z.enum(PURCHASE_ORDER_STATES, "not_allowed").optional(),
  limit: pageLimit,
  cursor: z.string().regex(/^\d{1,15}$/, "invalid").optional(),
});
export type ListPurchaseOrdersInput = z.output<typeof listPurchaseOrdersSchema>;

const reason = words(500).min(1, "required");
export const endPurchaseOrderSchema = z.strictObject({ reason });
export const endPurchaseOrderForm = z.strictObject({ id: uuid, reason });
export const purchaseOrderIdForm = z.strictObject({ id: uuid });

const receivedLine = z.strictObject({ productId: uuid, quantity, /** Why more or less came than was ordered. */ reason: optionalWords(200) });

export const receivePurchaseOrderSchema = z.strictObject({
  id: uuid.optional(),
  /** The delivery note's own number. */
  paper: optionalWords(60),
  date: dayField.optional(),
  notes: optionalWords(500),
  /** Absent: all that is still to come. */
  lines: z.array(receivedLine).min(1, "required").max(MOST_LINES, "too_large").optional(),
  /** What did not come will not come: the order is closed, and each line that lacks something says why. */
  close: z.boolean().default(false),
});
export type ReceivePurchaseOrderInput = z.output<typeof receivePurchaseOrderSchema>;
export const receivePurchaseOrderForm = receivePurchaseOrderSchema.extend({ purchaseOrderId: uuid });

export const linkSchema = z.strictObject({ /** Days that it opens. */ days: z.int().min(1, "too_small").max(90, "too_large").default(30) });
export const linkForm = linkSchema.extend({ id: uuid });

export const purchaseOrderFileSchema = z.strictObject({ format: z.enum(ORDER_FILES, "not_allowed").default("pdf") });

export const suggestSchema = z.strictObject({ supplierId: uuid, locationId: uuid.optional() });
export type SuggestInput = z.output<typeof suggestSchema>;

/** What a supplier says behind the link: without an account. */
export const answerForm = z.strictObject({ token: z.string().max(200), kind: z.enum(["confirmed", "note"], "not_allowed"), note: words(1_000).default("") });
export type AnswerForm = z.output<typeof answerForm>;
