import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/platform/env.ts";
import { isSameOrigin } from "@/platform/same-origin.ts";
import { pagePolicy } from "@/platform/security-headers.ts";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);
const SESSION_COOKIES = ["__Host-sid", "sid"];

/**
 * Comfort in front of pages: the policy with this answer's nonce, and an early no to forms sent from other sites. Not a gate: every
 * page, action and endpoint checks for itself, and this file could be deleted without opening anything. It sets no cookies, because
 * Next would let shared caches keep them.
 */
export function proxy(request: NextRequest): NextResponse {
  // Next answers 500 to an address that does not decode; its signs taken as they stand name nothing, and are answered so by page or endpoint.
  if (!isReadable(request.nextUrl.pathname)) return NextResponse.rewrite(asItStands(request));
  const writes = !READING.has(request.method);
  if (writes && SESSION_COOKIES.some((name) => request.cookies.has(name)) && !isSameOrigin(request.headers)) {
    return new NextResponse(null, { status: 403, headers: { "cache-control": "private, no-store" } });
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = pagePolicy(nonce, { isSecure: env.NEXTAUTH_URL.startsWith("https:"), isDevelopment: process.env.NODE_ENV === "development" });
  const headers = new Headers(request.headers);
  // Next reads the nonce from the policy of the request; `x-path` tells the gate where to come back to after signing in.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

/** Behind a proxy that speaks TLS the address says https, and Next would knock at its own plain port in TLS. */
function asItStands({ nextUrl }: NextRequest): URL {
  const address = new URL(nextUrl.pathname.replaceAll("%", "%25"), nextUrl);
  address.protocol = "http:";
  return address;
}

function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/**
 * Pages, the one under /api too, and whatever address has something to decode. Endpoints check for themselves, and passing here would keep
 * their bodies in memory; built files are for everybody.
 */
export const config = { matcher: ["/((?!api/(?!docs$)|_next/static|_next/image|.*\\.(?:svg|png|ico|webmanifest|woff2|txt)$).*)", "/(api/.*%.*)"] };
