/**
 * A path of ours to go to after signing in, or the fallback. Only "/…" is taken: "//host", "/\host", schemes and control characters
 * (which browsers drop before they read an address) lead elsewhere (ASVS 3.7.2).
 */
export function internalPath(wanted: unknown, fallback: string): string {
  if (typeof wanted !== "string" || wanted.length > 2_000) return fallback;
  return /^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(wanted) ? wanted : fallback;
}
