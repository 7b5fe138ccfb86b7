const LONGEST = 254;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * The one form of an address by which an account is found, or null. ASCII only, so that a letter that merely looks like another
 * cannot make a second account; a list of addresses or a line break is no address (CVE-2022-35924). Domains with other letters are
 * written in their xn-- form, as browsers send them. Length as RFC 5321 §4.5.3.1.
 */
export function normalizeEmail(text: string): string | null {
  const email = text.replace(/^[ \t]+|[ \t]+$/g, "").toLowerCase();
  const at = email.lastIndexOf("@");
  if (at < 1 || at > 64 || email.length > LONGEST) return null;
  return LOCAL.test(email.slice(0, at)) && DOMAIN.test(email.slice(at + 1)) ? email : null;
}
