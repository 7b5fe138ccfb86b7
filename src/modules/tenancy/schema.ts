import { z } from "zod";
import { isDecimal } from "@/kernel/decimal.ts";
import { FORMAT_LOCALES } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { isScalePattern } from "@/kernel/scale-code.ts";
import { lineField } from "@/modules/identity/rules/text-fields.ts";
import { dayField } from "@/platform/day-field.ts";
import { pageLimit } from "@/platform/page-limit.ts";
import { TAX_CONDITIONS } from "./rules/tax-conditions.ts";

const uuid = z.string().refine(isUuid, "invalid");
const word = z.string().regex(/^[a-z_]{1,40}(\.[a-z_]{1,40})?$/, "invalid");

/** GET /back-office/audit-log. `action` is whole ("member.change") or a noun ("member"); days are the shop's, both included. */
export const auditQuery = z.strictObject({
  limit: pageLimit,
  cursor: uuid.optional(),
  memberId: uuid.optional(),
  action: word.optional(),
  entity: word.optional(),
  entityId: uuid.optional(),
  from: dayField.optional(),
  to: dayField.optional(),
});

export type AuditQuery = z.output<typeof auditQuery>;

/** The same as a file. */
export const auditExportQuery = auditQuery.omit({ limit: true, cursor: true }).extend({ format: z.enum(["csv", "xlsx"], "not_allowed").default("csv") });

export type AuditExport = z.output<typeof auditExportQuery>;

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));

/** Months that a shop may keep its activity log; null is for ever, and the database allows no less than the first (0025). */
export const AUDIT_MONTHS = [12, 24, 60, 120] as const;
const auditMonths = z.union(AUDIT_MONTHS.map((months) => z.literal(months)), "not_allowed").nullable();
/** The same as a choice of a form: "0" is for ever. */
const typedMonths = z.enum(["0", ...AUDIT_MONTHS.map(String)], "not_allowed").transform((text) => (text === "0" ? null : (Number(text) as (typeof AUDIT_MONTHS)[number])));

/** An IANA name, also an older or newer one of a zone than those that Intl lists: "America/Argentina/Buenos_Aires" is none of them. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]+(\/[A-Za-z_+-]+)*$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const settings = {
  name: lineField(80),
  locale: z.enum(FORMAT_LOCALES, "not_allowed"),
  currency: z.string().refine((code) => CURRENCIES.has(code), "not_allowed"),
  timeZone: z.string().refine(isTimeZone, "not_allowed"),
  negativeStock: z.enum(["refuse", "warn", "allow"], "not_allowed"),
};
const freightSpread = z.enum(["value", "weight", "units"], "not_allowed");

/** Percent that a bill may differ from the expected cost before somebody has to decide. */
const billTolerance = z.string().refine((text) => isDecimal(text) && /^(\d{1,2}(\.\d{1,2})?|100(\.0{1,2})?)$/.test(text), "not_a_number");
/** The same as a choice of a form. */
export const BILL_TOLERANCES = ["0", "1", "2", "5", "10"] as const;

const scaleCodes = z
  .array(z.strictObject({ pattern: z.string().trim().toUpperCase().refine(isScalePattern, "scale_pattern_invalid"), value: z.enum(["weight", "price"], "not_allowed"), decimals: z.int().min(0).max(3) }))
  .max(4, "too_large");

const stockApproval = z.string().refine((text) => isDecimal(text) && /^\d{1,11}(\.\d{1,2})?$/.test(text), "not_a_number").nullable();

/** The smallest coin that the shop gives change with; null: prices are paid to the cent. */
const cashRounding = z.string().refine((text) => isDecimal(text) && /^\d{1,6}(\.\d{1,2})?$/.test(text) && /[1-9]/.test(text), "not_a_number").nullable();
/** The same as a choice of a form; blank is none. */
export const COINS = ["0.05", "0.10", "0.50", "1", "5", "10", "50", "100"] as const;

const lineOrNone = (most: number) => z.string().trim().max(most, "too_long").refine((value) => !/\p{Cc}/u.test(value), "invalid").transform((value) => value || null);
/** As receipts say it; blank is none. */
const fiscal = { legalName: lineOrNone(120).nullable(), taxId: lineOrNone(20).nullable(), taxCondition: z.enum(TAX_CONDITIONS, "not_allowed").nullable() };

/** PATCH /back-office/settings: what is absent stays. */
export const settingsBody = z.strictObject({ ...settings, scaleCodes, auditMonths, freightSpread, stockApproval, billTolerance, cashRounding, ...fiscal }).partial();

export type SettingsInput = z.output<typeof settingsBody>;

export const settingsForm = z.strictObject({
  ...settings,
  /** Not sent once it stays. */
  currency: settings.currency.optional(),
  auditMonths: typedMonths, freightSpread: freightSpread.optional(), billTolerance: billTolerance.optional(),
  cashRounding: z.preprocess((value) => (value === "" ? null : value), cashRounding).optional(),
  legalName: fiscal.legalName.optional(), taxId: fiscal.taxId.optional(),
  /** Blank is none. */
  taxCondition: z.enum(["", ...TAX_CONDITIONS], "not_allowed").transform((value) => value || null).optional(),
  /** With the shop's decimal sign; blank is none. */
  stockApproval: z.string().trim().max(20, "too_long").optional(),
});

export const scaleCodesForm = z.strictObject({ scaleCodes });
