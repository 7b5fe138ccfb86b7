import { z } from "zod";
import { normalizeEmail } from "./normalize-email.ts";

// PostgreSQL has no NUL; other control characters forge lines in mails and logs. U+200B–200F, 2028–202E, 2060–2069 and FEFF hide or turn text.
const UNSEEN = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** One line that people read: a name. */
export function lineField(longest: number) {
  return z
    .string()
    .max(longest * 4, "too_long")
    .transform((text) => text.normalize("NFC").trim().replace(/\s+/g, " "))
    .pipe(
      z
        .string()
        .min(1, { error: "name_required", abort: true })
        .max(longest, { error: "too_long", abort: true })
        .refine((text) => !UNSEEN.test(text), { error: "invalid", abort: true })
        .refine((text) => /[\p{L}\p{N}\p{So}]/u.test(text), "name_required"),
    );
}

/** An address by which an account is found. */
export const emailField = z
  .string()
  .max(1_000, "too_long")
  .transform((text, issues) => {
    const email = normalizeEmail(text);
    if (email === null) issues.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "email_invalid" });
    return email ?? z.NEVER;
  });

/** A password that is presented, not chosen: only what could never have been stored is refused before the hash. */
export const presentedPassword = z
  .string()
  .min(1, "required")
  .max(512, { error: "too_long", abort: true })
  .refine((text) => !text.includes("\0"), "invalid");
