import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { noteEvent } from "../postings/note-event.ts";
import { startSession } from "../postings/start-session.ts";
import { findMembership, type Membership } from "../queries/find-membership.ts";
import { listShops } from "../queries/list-shops.ts";
import type { Visitor } from "../visitor.ts";
import { endSession } from "./end-session.ts";

export interface SignedIn {
  /** For the cookie of this browser. */
  secret: string;
  membership: Membership;
}

/** Where a person who proved who they are comes in: the named shop of theirs, else the last used. */
export async function chooseShop(userId: string, slug: string | undefined): Promise<Result<Membership>> {
  const shops = await listShops(userId);
  const chosen = slug === undefined ? shops[0] : shops.find((shop) => shop.slug === slug);
  const membership = chosen && (await findMembership(userId, chosen.tenantId));
  if (membership) return accept(membership);
  return refuse(slug === undefined ? "account_disabled" : "tenant_not_yours");
}

/** Opens a session. The one that this browser had before ends, whoever's it was. `provedAt`: of the session that it follows, where no password was shown just now. */
export async function enterAs(membership: Membership, visitor: Visitor, previousSecret: string | null, provedAt: Date | null = visitor.now): Promise<SignedIn> {
  const secret = await databases().control.transaction(async (tx) => {
    await noteEvent(tx, visitor, { kind: "sign_in", userId: membership.userId, tenantId: membership.tenantId });
    return startSession(tx, membership, visitor, { provedAt });
  });
  if (previousSecret !== null) await endSession(previousSecret, visitor);
  return { secret, membership };
}
