import { newId } from "@/kernel/id.ts";
import { findMembership } from "@/modules/identity/queries/find-membership.ts";
import type { Context } from "./context.ts";
import { openContext } from "./gate.ts";

/** The gate of work done later: the member who asked for it, as if they asked now. Null when they left, or the tenant is closed. */
export async function enterJob({ userId, tenantId }: { userId: string; tenantId: string }, now: Date): Promise<Context | null> {
  const membership = await findMembership(userId, tenantId);
  return membership && openContext(membership, { id: newId(), address: null, userAgent: "job", idempotency: null }, now);
}
