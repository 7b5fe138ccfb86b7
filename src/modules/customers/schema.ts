import { z } from "zod";
import { amount, cursor, optionalWords, uuid, words } from "@/modules/catalogue/schema.ts";
import { readTaxId } from "@/modules/suppliers/rules/tax-id.ts";
import { pageLimit } from "@/platform/page-limit.ts";

export const DOCUMENT_TYPES = ["dni", "cuit", "cnpj", "other"] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

const fields = {
  name: words(120).min(1, "name_required"),
  phone: optionalWords(40),
  email: optionalWords(120),
  documentType: z.enum(DOCUMENT_TYPES, "not_allowed").nullish(),
  /** Digits and letters; of a CUIT or CNPJ the check digits are looked at. */
  document: words(30).nullish(),
  address: optionalWords(200),
  priceListId: uuid.nullish(),
  /** How much they may owe; null: without limit. */
  creditLimit: amount(11, 2).nullish(),
  notes: optionalWords(2_000),
};

interface Documented {
  documentType?: DocumentType | null | undefined;
  document?: string | null | undefined;
}

const fits = ({ documentType, document }: Documented): boolean => (documentType !== "cuit" && documentType !== "cnpj") || !document || readTaxId(document) !== null;
const WRONG = { message: "tax_id_invalid", path: ["document"] };

const partial = z.strictObject(fields).partial().shape;
export const createCustomerSchema = z.strictObject({ ...partial, name: fields.name, id: uuid.optional() }).refine(fits, WRONG);
export const updateCustomerSchema = z.strictObject({ ...partial, version: z.int().min(1).optional(), isActive: z.boolean().optional() }).refine(fits, WRONG);
export type CustomerChange = z.output<typeof updateCustomerSchema>;

export const customerForm = z.strictObject({ ...fields, id: uuid, version: z.int().min(1).nullable() }).refine(fits, WRONG);
export type CustomerForm = z.output<typeof customerForm>;

export const listCustomersSchema = z.strictObject({
  /** In names, phones and documents. */
  q: z.string().max(200, "too_long").optional(),
  limit: pageLimit,
  cursor,
});
export type ListCustomersInput = z.output<typeof listCustomersSchema>;

export const customerAccountSchema = z.strictObject({ limit: pageLimit, cursor });

/** How a customer pays what they owe. */
export const COLLECTION_METHODS = ["cash", "debit", "credit", "transfer", "wallet"] as const;
export type CollectionMethod = (typeof COLLECTION_METHODS)[number];

export const customerPaymentSchema = z.strictObject({
  id: uuid.optional(),
  amount: amount(11, 2).refine((text) => /[1-9]/.test(text), "too_small"),
  method: z.enum(COLLECTION_METHODS, "not_allowed").default("cash"),
  notes: optionalWords(500),
  /** Whose drawer takes the cash; the first register of the default location when absent. */
  registerId: uuid.optional(),
});
export type CustomerPaymentInput = z.output<typeof customerPaymentSchema>;
export const customerPaymentForm = customerPaymentSchema.extend({ customerId: uuid });
