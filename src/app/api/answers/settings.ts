import { z } from "zod";
import { TAX_CONDITIONS } from "@/modules/tenancy/rules/tax-conditions.ts";
import { money, percent } from "./fields.ts";

export const settingsAnswer = z.object({
  name: z.string(),
  locale: z.string(),
  currency: z.string().meta({ description: "ISO 4217" }),
  timeZone: z.string().meta({ description: "IANA name" }),
  negativeStock: z.enum(["refuse", "warn", "allow"]),
  freightSpread: z.enum(["value", "weight", "units"]).meta({ description: "How a bill's freight is spread over the goods where the bill does not say" }),
  stockApproval: money.nullable().meta({ description: "Worth at cost from which differences of counts and adjustments need a second member; null: none" }),
  cashRounding: money.nullable().meta({ description: "The smallest coin, to which cash is rounded in the customer's favour; null: to the cent" }),
  billTolerance: percent.meta({ description: "Percent that a bill may differ from the expected cost before somebody has to decide" }),
  legalName: z.string().nullable().meta({ description: "As its receipts say" }),
  taxId: z.string().nullable(),
  taxCondition: z.enum(TAX_CONDITIONS).nullable().meta({ description: "What it is to the tax office; null: nobody told" }),
  scaleCodes: z.array(z.object({ pattern: z.string().meta({ description: "20PPPPPWWWWWC: P product, W or V value, X unread, C check digit" }), value: z.enum(["weight", "price"]), decimals: z.int() })),
  auditMonths: z.int().nullable().meta({ description: "Months that the activity log is kept; null is for ever" }),
});

export const shopSettingsAnswer = settingsAnswer.extend({ slug: z.string() });
