import { z } from "zod";
import { LIST_KINDS } from "@/modules/pricing/rules/list-rules.ts";
import { ROUNDING_MODES } from "@/modules/pricing/rules/round-price.ts";
import { instant, money, page, percent, price, quantity } from "./fields.ts";

export const roundingAnswer = z.array(z.object({ upTo: price.nullable(), step: price, ending: price, mode: z.enum(ROUNDING_MODES) }));

const saleRules = {
  breaks: z.array(z.object({ from: quantity, percent })).meta({ description: "From so many units of a product on the sale, its price changes by so many percent" }),
  methods: z.record(z.string(), percent).meta({ description: "What a payment method adds to the part that it pays, in percent" }),
  installments: z.array(z.object({ count: z.int(), percent })).meta({ description: "The same for a credit card in so many payments; while there are any, no other number is taken" }),
};
export const saleRulesAnswer = z.object({ ...saleRules, coin: money.nullish().meta({ description: "The smallest coin, to which cash is rounded in the customer's favour" }) });

export const sellingListAnswer = z.object({ id: z.uuid(), kind: z.enum(LIST_KINDS), name: z.string().nullable(), currency: z.string(), taxIncluded: z.literal(true), isDefault: z.boolean(), percent: percent.nullable(), ...saleRules });

export const posListAnswer = z.object({ id: z.uuid(), name: z.string(), kind: z.enum(LIST_KINDS), percent: percent.nullable(), rounding: roundingAnswer, rules: saleRulesAnswer, prices: z.record(z.uuid(), price).meta({ description: "Of an own list, by product; what it does not name costs a customer of the list what it costs everybody" }) });

export const priceListAnswer = z.object({
  id: z.uuid(),
  name: z.string().nullable().meta({ description: "Null: the base list, before somebody named it" }),
  kind: z.enum(LIST_KINDS),
  currency: z.string(),
  percent: percent.nullable().meta({ description: "Of a derived list: on the base price" }),
  rounding: roundingAnswer,
  ...saleRules,
  floorMargin: percent.nullable(),
  targetMargin: percent.nullable(),
  categoryTargets: z.array(z.object({ categoryId: z.uuid(), percent })),
  isActive: z.boolean(),
  version: z.int(),
});
export const priceListsAnswer = page(priceListAnswer);

export const listPricesAnswer = page(z.object({ productId: z.uuid(), sku: z.string(), name: z.string(), price: price.nullable() }));

export const priceHistoryAnswer = page(z.object({
  id: z.uuid(),
  at: instant,
  listName: z.string().nullable().meta({ description: "Null: the base list" }),
  from: price.nullable(),
  to: price.nullable(),
  fromCost: price.nullable().optional().meta({ description: "Absent without permission product.cost" }),
  toCost: price.nullable().optional(),
  fromCurrency: z.string().nullable().optional().meta({ description: "Of fromCost; null: the shop's own, or the cost stayed" }),
  toCurrency: z.string().nullable().optional(),
  source: z.uuid().nullable().meta({ description: "The run of prices, or its undoing" }),
  runId: z.uuid().nullable().meta({ description: "The run that source is, or that it undid" }),
  undone: z.boolean(),
  importId: z.uuid().nullable(),
  by: z.string().nullable(),
}));
