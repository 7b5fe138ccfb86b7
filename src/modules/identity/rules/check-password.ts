import type { FieldRefusal } from "@/kernel/refusal.ts";
import { foldWords } from "./fold-words.ts";
import { isCommonPassword } from "./is-common-password.ts";

export const PASSWORD_SHORTEST = 12;
export const PASSWORD_LONGEST = 128;

interface Owner {
  email: string;
  name: string;
  shopName: string;
}

/**
 * Whether a new password may be used, judged by length and guessability and by nothing else (ASVS 6.2: no rules of composition).
 * Characters are code points; the text is taken as typed, never trimmed or cut.
 */
export function checkPassword(password: string, owner: Owner): FieldRefusal | null {
  const path = "password";
  const length = [...password].length;
  if (length < PASSWORD_SHORTEST) return { path, code: "password_short", params: { min: PASSWORD_SHORTEST } };
  if (length > PASSWORD_LONGEST) return { path, code: "too_long", params: { max: PASSWORD_LONGEST } };
  if (namesOf(owner).some((name) => foldWords(password).includes(name))) return { path, code: "password_personal" };
  return isCommonPassword(password) ? { path, code: "password_common" } : null;
}

/** What anybody who knows the shop would try. Shorter names turn up inside honest words. */
function namesOf({ email, name, shopName }: Owner): string[] {
  return [email.slice(0, email.lastIndexOf("@")), name, shopName].map(foldWords).filter((text) => text.length >= 4);
}
