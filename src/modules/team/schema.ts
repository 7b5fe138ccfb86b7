import { z } from "zod";
import { isDecimal, big } from "@/kernel/decimal.ts";
import { isUuid } from "@/kernel/id.ts";
import { isPin } from "@/modules/identity/rules/judge-pin.ts";
import { checkPassword } from "@/modules/identity/rules/check-password.ts";
import { emailField, lineField, presentedPassword } from "@/modules/identity/rules/text-fields.ts";
import { GRANTABLE, isPattern } from "@/modules/tenancy/permissions.ts";
import { pageLimit } from "@/platform/page-limit.ts";

const NAME_LONGEST = 80;

const uuid = z.string().refine(isUuid, "invalid");
const setKey = z.string().regex(/^[a-z0-9_-]{1,40}$/, "invalid");

const amount = (most: string) =>
  z
    .string()
    .refine((text) => isDecimal(text) && (text.split(".")[1]?.length ?? 0) <= 2, { error: "not_a_number", abort: true })
    .refine((text) => !big(text).lt(0), { error: "too_small", abort: true })
    .refine((text) => !big(text).gt(most), "too_large");

const percent = amount("100");
const money = amount("999999999999");

/** Limits beyond the set's; an absent one is the set's. `maxRefund: null` is without limit. */
const thresholds = z.strictObject({ maxDiscountPercent: percent.optional(), maxRefund: money.nullable().optional() });
const patterns = z.array(z.string().max(60, "too_long").refine(isPattern, "not_allowed")).max(100, "too_large");

/** A PIN that is presented, not chosen. */
const pinField = z.string().trim().min(1, "required").refine(isPin, "pin_wrong");

const standing = {
  role: z.enum(["ADMIN", "STAFF"], "not_allowed"),
  permissionSet: setKey.nullish().transform((key) => key ?? null),
  permissions: patterns.default([]),
  thresholds: thresholds.default({}),
};

/** POST /back-office/invitations. */
export const inviteBody = z.strictObject({ email: emailField, name: lineField(NAME_LONGEST), ...standing });

/** POST /back-office/members: a person without an account, who gets the password from who adds them. */
export const createMemberBody = z
  .strictObject({ email: emailField, name: lineField(NAME_LONGEST), password: presentedPassword, ...standing })
  .superRefine(({ email, name, password }, issues) => {
    const refused = checkPassword(password, { email, name, shopName: "" });
    if (refused) issues.addIssue({ code: "custom", path: [refused.path], message: refused.code, params: refused.params });
  });

/** PATCH /back-office/members/{id}: what is absent stays. */
export const changeMemberBody = z.strictObject({
  role: standing.role.optional(),
  permissionSet: setKey.nullable().optional(),
  permissions: patterns.optional(),
  thresholds: thresholds.optional(),
  active: z.boolean().optional(),
});

export type ChangeMemberInput = z.output<typeof changeMemberBody>;

/** A number of a form, in the shop's own writing; read by commands/enter-standing.ts. */
const typedNumber = z.string().max(40, "too_long").default("");

/** The choice of one select: a set's key, or ADMIN. */
const place = z.union([z.literal("ADMIN"), setKey]);

export const inviteForm = z.strictObject({ email: emailField, name: lineField(NAME_LONGEST), place, maxDiscountPercent: typedNumber, maxRefund: typedNumber });

export const changeMemberForm = z.strictObject({ id: uuid, place, maxDiscountPercent: typedNumber, maxRefund: typedNumber });

export const setPinForm = z.strictObject({ current: presentedPassword, pin: z.string().trim().min(1, "required").refine(isPin, "pin_refused") });

/** At the till itself: `shop` is the slug of the page that asks. */
export const pinForm = z.strictObject({ shop: z.string().max(80), pin: pinField });

export const nothingForm = z.strictObject({});

export const tillForm = z.strictObject({ id: uuid });

export const memberForm = z.strictObject({ id: uuid });

export const handOverForm = z.strictObject({ id: uuid, keep: z.literal("on").optional() });

export const policyForm = z.strictObject({ required: z.enum(["yes", "no"]) });

export const invitationForm = z.strictObject({ id: uuid });

const switches = Object.fromEntries(GRANTABLE.map((name) => [`may.${name}`, z.literal("on").optional()]));

/** One switch per permission. An empty key makes a new set. */
export const permissionSetForm = z.strictObject({
  key: z.union([z.literal(""), setKey]),
  name: lineField(40),
  maxDiscountPercent: typedNumber,
  maxRefund: typedNumber,
  ...switches,
});

export type PermissionSetForm = z.output<typeof permissionSetForm>;

export const deleteSetForm = z.strictObject({ key: setKey });

/** The forms of /invite/{token}. */
export const acceptForm = z.strictObject({ token: z.string().min(1).max(100) });
export const acceptAsNewForm = z.strictObject({ token: z.string().min(1).max(100), name: lineField(NAME_LONGEST), password: presentedPassword, acceptTerms: z.literal("on", "terms_required") });

export const listQuery = z.strictObject({ limit: pageLimit, cursor: uuid.optional() });
