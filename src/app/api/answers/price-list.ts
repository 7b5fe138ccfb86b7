import { z } from "zod";
import { LIST_KINDS } from "@/modules/pricing/rules/list-rules.ts";
import { ROUNDING_MODES } from "@/modules/pricing/rules/round-price.ts";
import { decimal, instant, page } from "./fields.ts";

export const roundingAnswer = z.array(z.object({ upTo: decimal.nullable(), step: decimal, ending: decimal, mode: z.enum(ROUNDING_MODES) }));

const saleRules = {
  breaks: z.array(z.object({ from: decimal, percent: decimal })).meta({ description: "From so many units of a product on the sale, its price changes by so many percent" }),
  methods: z.record(z.string(), decimal).meta({ description: "What a payment method adds to the part that it pays, in percent" }),
  installments: z.array(z.object({ count: z.int(), percent: decimal })).meta({ description: "The same for a credit card in so many payments; while there are any, no other number is taken" }),
};
export const saleRulesAnswer = z.object({ ...saleRules, coin: decimal.nullish().meta({ description: "The smallest coin, to which cash is rounded in the customer's favour" }) });

export const sellingListAnswer = z.object({ id: z.uuid(), kind: z.enum(LIST_KINDS), name: z.string().nullable(), currency: z.string(), taxIncluded: z.literal(true), isDefault: z.boolean(), percent: decimal.nullable(), ...saleRules });

export const posListAnswer = z.object({ id: z.uuid(), name: z.string(), kind: z.enum(LIST_KINDS), percent: decimal.nullable(), rounding: roundingAnswer, rules: saleRulesAnswer, prices: z.record(z.uuid(), decimal).meta({ description: "Of an own list, by product; what it does not name costs a customer of the list what it costs everybody" }) });

export const priceListAnswer = z.object({
  id: z.uuid(),
  name: z.string().nullable().meta({ description: "Null: the base list, before somebody named it" }),
  kind: z.enum(LIST_KINDS),
  currency: z.string(),
  percent: decimal.nullable().meta({ description: "Of a derived list: on the base price" }),
  rounding: roundingAnswer,
  ...saleRules,
  floorMargin: decimal.nullable(),
  targetMargin: decimal.nullable(),
  categoryTargets: z.array(z.object({ categoryId: z.uuid(), percent: decimal })),
  isActive: z.boolean(),
  version: z.int(),
});
export const priceListsAnswer = page(priceListAnswer);

export const listPricesAnswer = page(z.object({ productId: z.uuid(), sku: z.string(), name: z.string(), price: decimal.nullable() }));

export const priceHistoryAnswer = page(z.object({
  id: z.uuid(),
  at: instant,
  listName: z.string().nullable().meta({ description: "Null: the base list" }),
  from: decimal.nullable(),
  to: decimal.nullable(),
  fromCost: decimal.nullable().optional().meta({ description: "Absent without permission product.cost" }),
  toCost: decimal.nullable().optional(),
  fromCurrency: z.string().nullable().optional().meta({ description: "Of fromCost; null: the shop's own, or the cost stayed" }),
  toCurrency: z.string().nullable().optional(),
  source: z.uuid().nullable().meta({ description: "The run of prices, or its undoing" }),
  runId: z.uuid().nullable().meta({ description: "The run that source is, or that it undid" }),
  undone: z.boolean(),
  importId: z.uuid().nullable(),
  by: z.string().nullable(),
}));
