import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { noteEvent } from "../postings/note-event.ts";
import { startSession } from "../postings/start-session.ts";
import { findMembership } from "../queries/find-membership.ts";
import { findSession } from "../queries/find-session.ts";
import { listShops } from "../queries/list-shops.ts";
import type { Visitor } from "../visitor.ts";
import { endSession } from "./end-session.ts";
import type { SignedIn } from "./enter-as.ts";

/** Moves a browser to another shop of the same person. The session gets a new secret, so that what the old one opened stays behind. */
export async function switchShop(secret: string | null, slug: string, visitor: Visitor): Promise<Result<SignedIn>> {
  const session = secret === null ? null : await findSession(secret, visitor.now);
  if (secret === null || !session) return refuse("session_ended");
  if (session.byPin) return refuse("whole_sign_in_required");
  const { userId } = session.membership;
  const shop = (await listShops(userId)).find((candidate) => candidate.slug === slug);
  const membership = shop && (await findMembership(userId, shop.tenantId));
  const { control } = databases();
  if (!membership) {
    await noteEvent(control, visitor, { kind: "tenant_switch_refused", userId, tenantId: session.membership.tenantId });
    return refuse("tenant_not_yours");
  }
  const next = await control.transaction(async (tx) => {
    await noteEvent(tx, visitor, { kind: "tenant_switch", userId, tenantId: membership.tenantId });
    return startSession(tx, membership, visitor, { provedAt: session.provedAt });
  });
  await endSession(secret, visitor);
  return accept({ secret: next, membership });
}
