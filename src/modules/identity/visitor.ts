import { clientAddress } from "@/platform/client-address.ts";

/** Who stands at the door before anybody is known: what sign-in, sign-up and refresh note and limit by. */
export interface Visitor {
  now: Date;
  /** Null when no proxy of our own states it. */
  address: string | null;
  userAgent: string | null;
  /** The person of whom this browser holds a device mark (device-mark.ts). */
  knownUserId: string | null;
}

export function visitorOf(headers: Headers, knownUserId: string | null = null): Visitor {
  return {
    now: new Date(),
    address: clientAddress(headers),
    userAgent: headers.get("user-agent")?.slice(0, 300) ?? null,
    knownUserId,
  };
}
