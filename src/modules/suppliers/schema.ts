import { z } from "zod";
import { big, isDecimal } from "@/kernel/decimal.ts";
import { amount, cursor, optionalWords, price, quantity, uuid, words } from "@/modules/catalogue/schema.ts";
import { readDiscountChain, writeDiscountChain } from "@/modules/pricing/rules/discount-chain.ts";
import { dayField } from "@/platform/day-field.ts";
import { pageLimit } from "@/platform/page-limit.ts";
import { CURRENCIES } from "@/kernel/currencies.ts";
import { readTaxId } from "./rules/tax-id.ts";

const currency = z.enum(CURRENCIES, "not_allowed");

const taxId = words(30)
  .refine((text) => text === "" || readTaxId(text) !== null, "tax_id_invalid")
  .transform((text) => readTaxId(text));

const discounts = words(60)
  .refine((text) => readDiscountChain(text) !== null, "discounts_invalid")
  .transform((text) => writeDiscountChain(readDiscountChain(text) ?? []));

const contact = z.strictObject({ name: words(80).min(1, "required"), phone: words(40).default(""), email: words(120).default(""), note: words(200).default("") });

/** As a form sends it: a row that was left empty is nobody, one without a name is told so and not dropped. */
const typedContact = z
  .strictObject({ name: words(80), phone: words(40), email: words(120), note: words(200) })
  .refine(({ name, ...rest }) => name !== "" || Object.values(rest).every((text) => text === ""), { message: "required", path: ["name"] });

const days = z.array(z.int().min(1).max(7)).max(7, "too_large").transform((list) => [...new Set(list)].sort());

const fields = {
  name: words(120).min(1, "name_required"),
  /** CUIT or CNPJ; kept as digits. */
  taxId: taxId.nullish(),
  /** Of the supplier's price list. */
  currency,
  /** "20+10+5": one after the other. */
  discounts,
  /** Percent on the discounted price. */
  freightPercent: amount(3, 2),
  leadDays: z.int().min(0, "too_small").max(365, "too_large").nullish(),
  /** ISO days of the week: 1 is Monday. */
  orderDays: days,
  /** In the supplier's currency. */
  minOrder: amount(12, 2).nullish(),
  contacts: z.array(contact).max(10, "too_large"),
  notes: optionalWords(2_000),
};

const partial = z.strictObject(fields).partial().shape;

export const createSupplierSchema = z.strictObject({ ...partial, name: fields.name, id: uuid.optional() });
export const updateSupplierSchema = z.strictObject({ ...partial, version: z.int().min(1).optional(), isActive: z.boolean().optional() });
export type SupplierChange = z.output<typeof updateSupplierSchema>;

export const listSuppliersSchema = z.strictObject({
  q: z.string().max(200, "too_long").optional(),
  archived: z.enum(["true", "false"]).transform((text) => text === "true").default(false),
  limit: pageLimit,
  cursor,
});
export type ListSuppliersInput = z.output<typeof listSuppliersSchema>;

const link = z
  .strictObject({ productId: uuid.optional(), sku: words(60).optional(), code: optionalWords(60), listPrice: price.nullish(), packSize: quantity.refine((text) => /[1-9]/.test(text), "quantity_zero").optional(), isMain: z.boolean().optional() })
  .refine(({ productId, sku }) => (productId === undefined) !== (sku === undefined), { message: "required", path: ["productId"] });

/** What a supplier asks for products: each named by its id or by its own code; absent members stay as they are. */
export const supplierProductsSchema = z.strictObject({ items: z.array(link).min(1, "required").max(1_000, "too_large") });
export type SupplierLink = z.output<typeof link>;

export const listSupplierProductsSchema = z.strictObject({ gone: z.enum(["true", "false"]).transform((text) => text === "true").default(false), limit: pageLimit, cursor });

export const rateSchema = z.strictObject({
  currency,
  onDate: dayField,
  /** The shop's currency for one unit. */
  rate: amount(8, 6).refine((text) => !isDecimal(text) || big(text).gt(0), "too_small"),
});
export type RateInput = z.output<typeof rateSchema>;

const typed = z.string().trim().max(40, "too_long");

/** The supplier's form as a person fills it in: numbers as the shop writes them. */
export const supplierForm = z.strictObject({
  id: uuid,
  /** Null makes a new one. */
  version: z.int().min(1).nullable(),
  name: fields.name,
  taxId,
  currency,
  discounts,
  freightPercent: typed,
  leadDays: typed,
  orderDays: days,
  minOrder: typed,
  contacts: z.array(typedContact).max(10, "too_large").transform((list) => list.filter(({ name }) => name !== "")),
  notes: words(2_000),
});
export type SupplierForm = z.output<typeof supplierForm>;

/** One line of a supplier's list as a person types it. */
export const supplierLineForm = z.strictObject({ supplierId: uuid, sku: words(60).min(1, "required"), code: words(60), listPrice: typed, packSize: typed, isMain: z.boolean() });
export type SupplierLineForm = z.output<typeof supplierLineForm>;

export const rateForm = z.strictObject({ currency, onDate: rateSchema.shape.onDate, rate: typed });
export type RateForm = z.output<typeof rateForm>;

export const supplierStateSchema = z.strictObject({ id: uuid, isActive: z.boolean() });
export const unlinkSchema = z.strictObject({ supplierId: uuid, productId: uuid });
