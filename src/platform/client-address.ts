import { isIP } from "node:net";
import { env } from "./env.ts";

/** Where a request comes from, believed only from a proxy of our own (TRUST_PROXY), which sets X-Real-IP and never appends to it. */
export function clientAddress(headers: Headers): string | null {
  const address = env.TRUST_PROXY ? headers.get("x-real-ip")?.trim() : undefined;
  return address !== undefined && isIP(address) !== 0 ? address : null;
}
