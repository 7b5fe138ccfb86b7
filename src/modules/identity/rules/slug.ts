const LONGEST = 40;

/** Paths, hosts and words that stand for the platform itself. */
const RESERVED: ReadonlySet<string> = new Set([
  "admin", "api", "app", "assets", "auth", "back-office", "billing", "blog", "dashboard", "docs", "ftp", "health", "help", "home", "imap", "internal",
  "localhost", "login", "logout", "mail", "me", "mostrador", "new", "null", "ops", "pop", "pos", "products", "public", "root", "sales", "settings",
  "shop", "signup", "smtp", "static", "status", "support", "sys-mgt", "system", "terms", "test", "today", "undefined", "www",
]);

/**
 * The n-th slug to try for a shop's name: accents folded, other signs to hyphens, "tienda" where nothing remains. A reserved word
 * is never taken bare.
 */
export function slugCandidate(name: string, number: number): string {
  const folded = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  const base = folded === "" ? "tienda" : RESERVED.has(folded) ? `tienda-${folded}` : folded;
  return number === 1 ? base : `${base}-${number}`;
}
