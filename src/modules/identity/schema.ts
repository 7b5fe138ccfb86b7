import { z } from "zod";
import { LOCALES } from "@/messages/locales.ts";
import { emailField, presentedPassword } from "./rules/text-fields.ts";

const slugField = z.string().regex(/^[a-z0-9-]{1,80}$/, "invalid");

/** A code of an authenticator, or a recovery code. */
const codeField = z.string().trim().regex(/^(\d{6}|[a-zA-Z0-9]{5}-?[a-zA-Z0-9]{5})$/, "totp_wrong");

/** The form of /login. */
export const signInForm = z.strictObject({
  email: emailField,
  password: presentedPassword,
  next: z.string().max(2_000).optional(),
});

/** POST /auth/login. `totp` is looked at for accounts with a second factor only. */
export const loginBody = z.strictObject({
  email: emailField,
  password: presentedPassword,
  tenant: slugField.optional(),
  totp: codeField.optional(),
});

/** POST /auth/refresh and /auth/logout. */
export const refreshBody = z.strictObject({ refresh_token: z.string().min(1, "required").max(200, "too_long") });

export const switchForm = z.strictObject({ tenant: slugField });

export const localeField = z.enum(LOCALES, "not_allowed");

export const tokenAnswerShape = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  token_type: z.literal("Bearer"),
  expires_in: z.int(),
  user: z.object({ id: z.uuid(), email: z.string(), name: z.string(), role: z.enum(["OWNER", "ADMIN", "STAFF"]) }),
  tenant: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
});

const token = z.string().min(1).max(100);

export const codeForm = z.strictObject({ code: codeField });
export const reauthForm = z.strictObject({ current: presentedPassword });
export const forgotForm = z.strictObject({ email: emailField });
export const resetForm = z.strictObject({ token, password: presentedPassword });
export const tokenForm = z.strictObject({ token });
export const nothingForm = z.strictObject({});
export const changePasswordForm = z.strictObject({ current: presentedPassword, password: presentedPassword });
export const changeEmailForm = z.strictObject({ current: presentedPassword, email: emailField });
/** One session of one's own, or all the others. */
export const endSessionsForm = z.strictObject({ which: z.union([z.literal("others"), z.uuid("invalid")]) });
