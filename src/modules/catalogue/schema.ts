import { z } from "zod";
import { normaliseBarcode } from "@/kernel/barcode.ts";
import { CURRENCIES } from "@/kernel/currencies.ts";
import { big, isDecimal } from "@/kernel/decimal.ts";
import { isUuid } from "@/kernel/id.ts";
import { SHEET_FORMATS } from "@/platform/spreadsheet/sheet-formats.ts";
import { pageLimit } from "@/platform/page-limit.ts";
import { MEASURE_CODES, type Measure } from "./rules/content-units.ts";
import { FIELD_KINDS } from "./rules/custom-fields.ts";
import { NEGATIVE_STOCK } from "./rules/negative-stock.ts";
import { isUnit, UNIT_CODES, type Unit } from "./rules/units.ts";

export const uuid = z.string().refine(isUuid, "invalid").meta({ format: "uuid" });

const CONTROL = /[\p{Cc}--[\t\n\r]]/v;

/** Words on one or more lines; no control characters, which neither paper nor PostgreSQL can hold. */
export function words(most: number) {
  return z.string().trim().max(most, "too_long").refine((text) => !CONTROL.test(text), "invalid");
}

/** Empty text means "none". */
export function optionalWords(most: number) {
  return words(most).transform((text) => text || null).nullish();
}

/** A decimal string: at most `whole` digits before the point and `scale` behind it, not negative. */
export function amount(whole: number, scale: number) {
  return z
    .string()
    .refine(isDecimal, "not_a_number")
    .refine((text) => !isDecimal(text) || (text.split(".")[1]?.length ?? 0) <= scale, "not_a_number")
    .refine((text) => !text.startsWith("-") || !/[1-9]/.test(text), "too_small")
    .refine((text) => text.replace(/^-?0*/, "").split(".")[0]!.length <= whole, "too_large")
    .transform((text) => text.replace(/^-/, ""));
}

export const price = amount(10, 4);
export const quantity = amount(9, 3);

/** A percent of the net price, below 100, to hundredths. */
export const marginPercent = z
  .string()
  .refine((text) => /^-?\d{1,5}(\.\d{1,2})?$/.test(text), "not_a_number")
  .refine((text) => !isDecimal(text) || big(text).gt("-100"), "too_small")
  .refine((text) => !isDecimal(text) || big(text).lt("100"), "too_large");

const code = z.string().transform(normaliseBarcode).pipe(words(60).min(1, "required"));
const unit = z.string().refine(isUnit, "unit_unknown").transform((text) => text as Unit);

const barcode = z.union([
  /** A code alone stands for what it stood for, or for one. */
  code.transform((text) => ({ code: text, packSize: null, unit: null })),
  z.strictObject({ code, packSize: quantity.refine((text) => /[1-9]/.test(text), "quantity_zero").default("1"), unit: unit.nullable().default(null) }),
]);
const measure = z.enum(MEASURE_CODES as [Measure, ...Measure[]], "unit_unknown");
/** What one unit holds: 0.75 of l. */
const content = z.strictObject({ amount: amount(10, 4).refine((text) => /[1-9]/.test(text), "quantity_zero"), unit: measure });

const fields = {
  sku: optionalWords(60),
  name: words(200).min(1, "name_required"),
  description: optionalWords(2_000),
  brand: optionalWords(80),
  supplierCode: optionalWords(60),
  unit,
  barcodes: z.array(barcode).max(50, "too_large").refine((list) => new Set(list.map((one) => one.code)).size === list.length, "barcode_repeated"),
  categoryId: uuid.nullish(),
  /** Instead of categoryId: the category of this name, made when there is none. */
  categoryName: optionalWords(80),
  costPrice: price.nullish(),
  /** Of costPrice; the shop's own when a product is made without saying. */
  costCurrency: z.enum(CURRENCIES, "not_allowed"),
  /** What the base list aims at for this product, before its category's target and the list's. */
  targetMargin: marginPercent.nullish(),
  salePrice: price.nullish(),
  taxRate: amount(2, 2),
  content: content.nullish(),
  /** Kilograms of one unit. */
  weight: amount(10, 4).refine((text) => !isDecimal(text) || /[1-9]/.test(text), "quantity_zero").nullish(),
  minStock: quantity.nullish(),
  maxStock: quantity.nullish(),
  tags: z.array(words(40).min(1, "required")).max(30, "too_large"),
  /** By the id of the shop's own field; null takes a value away, what is absent stays. */
  customFields: z.record(uuid, words(200).nullable()),
};

const partial = z.strictObject(fields).partial().shape;

export const createProductSchema = z.strictObject({ ...partial, name: fields.name, id: uuid.optional(), initialStock: quantity.nullish(), locationId: uuid.optional() });

const attributeValue = words(40).min(1, "required");
/** The family that a product is a variant of and what tells it from its siblings, in the order of the family's attributes; null takes it out. */
const variant = z.strictObject({ familyId: uuid, values: z.array(attributeValue).min(1, "required").max(3, "too_large") }).nullable();

export const updateProductSchema = z.strictObject({ ...partial, variant: variant.optional(), version: z.int().min(1).optional(), isActive: z.boolean().optional() });

/** Puts a product into a family, or takes it out. */
export const placeVariantForm = z.strictObject({ id: uuid, variant });

export const productIdSchema = z.strictObject({ id: uuid });

export const updateProductFormSchema = updateProductSchema.extend({ id: uuid });

const negativeStock = z.enum(NEGATIVE_STOCK).nullable().optional();

export const createCategorySchema = z.strictObject({ id: uuid.optional(), name: words(80).min(1, "name_required"), parentId: uuid.nullish(), negativeStock });

export const updateCategorySchema = z.strictObject({ name: words(80).min(1, "name_required").optional(), parentId: uuid.nullish(), negativeStock });

export const SORTS = ["name", "sku", "price", "-price", "-updated"] as const;
export const STATES = ["no_stock", "low_stock", "no_price", "no_barcode"] as const;
/** Of products that are not for sale: proposed by a supplier's list, or taken off the shelf. */
export const IDLE_STATES = ["draft", "archived"] as const;

export const cursor = z.string().max(2_000, "invalid").regex(/^[\w-]+$/, "invalid").optional();

export const listProductsSchema = z.strictObject({
  q: z.string().max(200, "too_long").refine((text) => !CONTROL.test(text), "invalid").optional(),
  barcode: z.string().max(100, "too_long").refine((text) => !CONTROL.test(text), "invalid").optional(),
  categoryId: uuid.optional(),
  state: z.enum([...STATES, ...IDLE_STATES]).optional(),
  tag: z.string().max(40, "too_long").refine((text) => !CONTROL.test(text), "invalid").optional(),
  brand: z.string().max(80, "too_long").refine((text) => !CONTROL.test(text), "invalid").optional(),
  /** Who has it on their list. */
  supplierId: uuid.optional(),
  /** A field of the shop's own and its value: "<id>:<value>". */
  field: z.string().max(250, "too_long").refine((text) => !CONTROL.test(text) && isUuid(text.split(":")[0]!), "invalid").optional(),
  archived: z.enum(["true", "false"]).transform((text) => text === "true").default(false),
  sort: z.enum(SORTS).default("name"),
  limit: pageLimit,
  cursor,
});

export const exportProductsSchema = listProductsSchema.omit({ limit: true, cursor: true, barcode: true }).extend({ format: z.enum(SHEET_FORMATS).default("xlsx") });
export type ExportProductsInput = z.output<typeof exportProductsSchema>;

export const posCatalogueSchema = z.strictObject({ since: cursor });

export const TRADES = ["hardware-store", "kiosk"] as const;
export type Trade = (typeof TRADES)[number];

export const customFieldsSchema = z.strictObject({
  fields: z
    .array(z.strictObject({
      id: uuid,
      name: words(40).min(1, "name_required"),
      kind: z.enum(FIELD_KINDS, "not_allowed"),
      options: z.array(words(60).min(1, "required")).max(50, "too_large").default([]),
    }))
    .max(30, "too_large"),
});

export const sampleSchema = z.strictObject({ trade: z.enum(TRADES) });
export const emptySchema = z.strictObject({});

const attribute = attributeValue;
const distinct = (list: readonly string[]): boolean => new Set(list.map((one) => one.toLowerCase())).size === list.length;

const variants = z
  .array(z.strictObject({
    id: uuid.optional(),
    /** One per attribute of the family, in their order. */
    values: z.array(attribute).min(1, "required").max(3, "too_large"),
    sku: fields.sku,
    barcode: code.nullish(),
    salePrice: fields.salePrice,
    costPrice: fields.costPrice,
    initialStock: quantity.nullish(),
  }))
  .min(1, "required")
  .max(300, "too_large");

export const createFamilySchema = z.strictObject({
  id: uuid.optional(),
  name: words(120).min(1, "name_required"),
  attributes: z.array(attribute).min(1, "required").max(3, "too_large").refine(distinct, "variant_repeated"),
  brand: fields.brand,
  unit: unit.optional(),
  taxRate: fields.taxRate.optional(),
  categoryId: fields.categoryId,
  categoryName: fields.categoryName,
  variants,
});

export const addVariantsSchema = z.strictObject({ variants });
export const addVariantsForm = addVariantsSchema.extend({ id: uuid });

export type CreateFamilyInput = z.output<typeof createFamilySchema>;
export type VariantInput = z.output<typeof variants>[number];

const positiveQuantity = quantity.refine((text) => /[1-9]/.test(text), "quantity_zero");

/** What a kit is made of; an empty list makes it a product like any other. */
export const kitSchema = z.strictObject({
  pricing: z.enum(["own", "sum"], "not_allowed").default("own"),
  components: z
    .array(z.strictObject({ productId: uuid, quantity: positiveQuantity }))
    .max(100, "too_large")
    .refine((list) => new Set(list.map(({ productId }) => productId)).size === list.length, "invalid"),
});
export const kitForm = kitSchema.extend({ id: uuid });
export type KitInput = z.output<typeof kitSchema>;

export const findComponentSchema = z.strictObject({ q: words(200).min(1, "required") });

export const listFamiliesSchema = z.strictObject({ limit: pageLimit, cursor: z.string().max(2_000, "invalid").regex(/^[\w-]+$/, "invalid").optional() });

export type CreateProductInput = z.output<typeof createProductSchema>;
export type UpdateProductInput = z.output<typeof updateProductSchema>;
export type CreateCategoryInput = z.output<typeof createCategorySchema>;
export type UpdateCategoryInput = z.output<typeof updateCategorySchema>;
export type ListProductsInput = z.output<typeof listProductsSchema>;

const typed = z.string().trim().max(40, "too_long");

/** The product form as a person fills it in: numbers as they write them. `id` is made with the form, so that a double click is one product. */
export const productForm = z.strictObject({
  id: uuid,
  /** Of the product as it was when the form was opened; null makes a new one. */
  version: z.int().min(1).nullable(),
  name: fields.name,
  sku: fields.sku,
  brand: fields.brand,
  supplierCode: fields.supplierCode,
  description: fields.description,
  /** Between commas. */
  tags: words(600).default(""),
  unit: z.enum(UNIT_CODES, "unit_unknown"),
  taxRate: fields.taxRate,
  categoryId: uuid.nullable(),
  categoryName: fields.categoryName,
  salePrice: typed,
  /** Absent for members who may not see costs: it stays as it is. */
  costPrice: typed.optional(),
  /** As costPrice: absent where costs are not shown. */
  costCurrency: z.enum(CURRENCIES, "not_allowed").optional(),
  targetMargin: typed.optional(),
  minStock: typed,
  maxStock: typed,
  /** What one unit holds; blank where there is nothing to say. */
  contentAmount: typed.default(""),
  contentUnit: measure.default("g"),
  weight: typed.optional(),
  /** Of a new product only. */
  initialStock: typed.optional(),
  customFields: z.record(uuid, words(200)).default({}),
  barcodes: z.array(z.strictObject({ code: words(60), packSize: typed, unit: z.enum(["", ...UNIT_CODES], "unit_unknown").default("") })).max(50, "too_large"),
});

export type ProductForm = z.output<typeof productForm>;

const someIds = z.array(uuid).min(1, "required").max(200, "too_large");

/** Several products at once: what is given changes, the rest stays. */
export const changeProductsSchema = z.strictObject({ ids: someIds, isActive: z.boolean().optional(), categoryId: uuid.nullable().optional() });

export type ChangeProductsInput = z.output<typeof changeProductsSchema>;

export const saveCategoryForm = z.strictObject({ id: uuid.nullable(), name: words(80).min(1, "name_required").optional(), parentId: uuid.nullable().optional(), negativeStock });

/** `moveTo`: where its products and categories go; null leaves them without one; absent refuses while there are any. */
export const deleteCategorySchema = z.strictObject({ id: uuid, moveTo: uuid.nullable().optional() });
