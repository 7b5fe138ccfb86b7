import { cookies } from "next/headers";
import { PENDING_MS } from "./rules/second-factor-limits.ts";
import { seal, unseal } from "./seal.ts";
import { cookieOptions, isSecure } from "./session-token.ts";

export interface PendingSignIn {
  userId: string;
  /** Raised meanwhile, the password was changed. */
  authVersion: number;
  /** Path of ours to go on to. */
  next: string;
}

const name = () => (isSecure() ? "__Host-pending" : "pending");

/** Remembers in this browser that the password was right and the code is still to come. Opens nothing by itself. */
export async function setPendingSignIn(pending: PendingSignIn, now: Date): Promise<void> {
  (await cookies()).set(name(), seal(JSON.stringify({ ...pending, until: now.getTime() + PENDING_MS }), "pending"), cookieOptions(PENDING_MS));
}

export async function readPendingSignIn(now: Date): Promise<PendingSignIn | null> {
  const text = unseal((await cookies()).get(name())?.value ?? "", "pending");
  const pending = text === null ? null : (JSON.parse(text) as PendingSignIn & { until: number });
  return pending !== null && pending.until > now.getTime() ? pending : null;
}

export async function clearPendingSignIn(): Promise<void> {
  (await cookies()).set(name(), "", { ...cookieOptions(0), maxAge: 0 });
}
