/**
 * Whether a request comes from one of our own pages. Browsers say so (Fetch Metadata); older ones send Origin, which is compared with
 * Host and never with X-Forwarded-Host, since anybody can write that. A request that says neither is not one of our pages.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get("host");
}
