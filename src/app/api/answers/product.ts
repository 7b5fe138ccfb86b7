import { z } from "zod";
import { instant, measure, page, percent, price, quantity } from "./fields.ts";
import { saleRulesAnswer } from "./price-list.ts";

const product = z.object({
  id: z.uuid(),
  sku: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  brand: z.string().nullable(),
  supplierCode: z.string().nullable(),
  unit: z.string(),
  barcodes: z.array(z.string()),
  packs: z.array(z.object({ code: z.string(), packSize: quantity.meta({ description: "Units of the product that one scan stands for" }), unit: z.string().nullable().meta({ description: "What that is called; null: the product's unit" }) })),
  categoryId: z.uuid().nullable(),
  categoryName: z.string().nullable(),
  mainSupplier: z.object({ id: z.uuid(), name: z.string() }).nullable().optional().meta({ description: "Whose price its replacement cost is; absent without permission supplier.read" }),
  salePrice: price.nullable().meta({ description: "Final, VAT included; null: cannot be sold yet" }),
  taxRate: percent,
  costPrice: price.nullable().optional().meta({ description: "Net of VAT; absent without permission product.cost" }),
  costCurrency: z.string().optional().meta({ description: "ISO 4217" }),
  homeCost: price.nullable().optional().meta({ description: "costPrice in the shop's currency at the rate of the day; null without one" }),
  targetMargin: percent.nullable().optional().meta({ description: "Percent of the net price that the base list aims at, before its category's target and the list's; absent without permission product.cost" }),
  content: z.object({ amount: measure, unit: z.string() }).nullable().meta({ description: "What one unit holds, for the price per measure" }),
  weight: measure.nullable().meta({ description: "Kilograms of one unit" }),
  minStock: quantity.nullable(),
  maxStock: quantity.nullable(),
  tags: z.array(z.string()),
  customFields: z.record(z.string(), z.string()).meta({ description: "Values of the shop's own fields, by the field's id" }),
  variant: z.object({ familyId: z.uuid(), familyName: z.string(), values: z.array(z.object({ name: z.string(), value: z.string() })) }).nullable(),
  stock: z.object({ onHand: quantity, reserved: quantity, available: quantity }),
  isKit: z.boolean().meta({ description: "Made of other products: its stock is what they give" }),
  isActive: z.boolean(),
  isDraft: z.boolean().meta({ description: "Proposed by a supplier's list and not accepted yet; isActive true accepts it" }),
  mergedIntoId: z.uuid().nullable().meta({ description: "The product that it turned out to be" }),
  isSample: z.boolean(),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
});

export const familyAnswer = z.object({ id: z.uuid(), name: z.string(), attributes: z.array(z.string()), variants: z.array(product).meta({ description: "In the order of their measures" }) });
export const familyPageAnswer = page(z.object({ id: z.uuid(), name: z.string(), attributes: z.array(z.string()), variantCount: z.int() }));

export const kitAnswer = z.object({
  pricing: z.enum(["own", "sum"]).nullable().meta({ description: "Null: no kit" }),
  components: z.array(z.object({
    productId: z.uuid(), sku: z.string(), name: z.string(), unit: z.string(), quantity, salePrice: price.nullable(), costPrice: price.nullable().optional(), available: quantity, isActive: z.boolean(),
  })),
});

export const customFieldsAnswer = z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.enum(["text", "number", "date", "choice", "yes_no"]), options: z.array(z.string()) })), nextCursor: z.string().nullable() });

export const productAnswer = product;
export const productPageAnswer = page(product).extend({ corrected: z.string().nullable().meta({ description: "What was searched instead of a mistyped question" }) });
export const productDeletedAnswer = z.object({ archived: z.boolean().meta({ description: "True: it has history and was archived instead" }) });

/** As short as it can be said: the till reads thousands of them, and no other program does. */
const decimal = z.string();
const posProduct = z.object({
  id: z.uuid(),
  sku: z.string(),
  name: z.string(),
  unit: z.string(),
  salePrice: decimal.nullable(),
  taxRate: decimal,
  barcodes: z.array(z.object({ code: z.string(), packSize: decimal })),
  stock: decimal,
  categoryId: z.uuid().nullable(),
  rank: z.int(),
  cost: decimal.nullable().optional(),
});

export const posCatalogueAnswer = z.object({ cursor: z.string(), full: z.boolean(), products: z.array(posProduct), removed: z.array(z.uuid()), rules: saleRulesAnswer });
