import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { claimAttempt } from "@/modules/identity/postings/claim-attempt.ts";
import { noteEvent } from "@/modules/identity/postings/note-event.ts";
import { findMembership, type Membership } from "@/modules/identity/queries/find-membership.ts";
import type { Visitor } from "@/modules/identity/visitor.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { plantNewShop } from "../postings/plant-new-shop.ts";
import type { DefaultNames } from "../rules/default-names.ts";

const SHOPS_BY_PERSON = [{ seconds: 86_400, most: 10 }] as const;

/** Opens one more shop of a person who has an account. `id` is client-made, so that a form sent twice is one shop. */
export async function openAnotherShop(owner: { userId: string; name: string }, { id, tenantName }: { id: string; tenantName: string }, visitor: Visitor, names: DefaultNames): Promise<Result<Membership>> {
  const { control } = databases();
  const attempt = await claimAttempt(control, [{ purpose: "another-shop", subject: owner.userId, limits: SHOPS_BY_PERSON }], visitor.now);
  if (!attempt.ok) return attempt;
  await control.transaction(async (tx) => {
    // The same form sent twice waits here for its first.
    await tx.rows(sql`SELECT id FROM "user" WHERE id = ${owner.userId} FOR UPDATE`);
    const [known] = await tx.rows(sql`SELECT id FROM tenant WHERE id = ${id}`);
    if (known) return;
    await noteEvent(tx, visitor, { kind: "shop_opened", userId: owner.userId, tenantId: id });
    await plantNewShop(tx, { tenantId: id, tenantName, owner }, visitor, names);
  });
  // An id that is another person's shop leads nowhere.
  const membership = await findMembership(owner.userId, id);
  return membership ? accept(membership) : refuse("conflict");
}
