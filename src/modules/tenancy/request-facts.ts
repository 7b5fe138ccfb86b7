import { newId } from "@/kernel/id.ts";
import { clientAddress } from "@/platform/client-address.ts";
import type { RequestFacts } from "./context.ts";

/** What the gate notes of a request. */
export function requestFacts(headers: Headers, idempotency: RequestFacts["idempotency"]): RequestFacts {
  return {
    id: newId(),
    address: clientAddress(headers),
    userAgent: headers.get("user-agent")?.slice(0, 300) ?? null,
    idempotency,
  };
}
