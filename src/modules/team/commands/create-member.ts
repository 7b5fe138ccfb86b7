import { newId } from "@/kernel/id.ts";
import { accept, refuse, RefusedError, type Result } from "@/kernel/refusal.ts";
import { hashPassword } from "@/modules/identity/password.ts";
import { plantMembership } from "@/modules/identity/postings/plant-membership.ts";
import { plantUser } from "@/modules/identity/postings/plant-user.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { plantMember } from "@/modules/tenancy/postings/plant-member.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { checkSet } from "../postings/check-set.ts";
import { lockTeam } from "../postings/lock-team.ts";
import { plainStanding, type Standing } from "../rules/standing.ts";

export interface CreateMemberInput extends Standing {
  /** Normalised. */
  email: string;
  name: string;
  password: string;
}

/**
 * Adds a person who has no account yet, with a first password. Who has one is invited instead: nobody is put into a shop without being
 * asked, and the refusal is the one of signing up.
 */
export async function createMember(ctx: Context, input: CreateMemberInput): Promise<Result<{ id: string }>> {
  const standing = plainStanding(input);
  const { locale } = await getShop(ctx);
  const passwordHash = await hashPassword(input.password);
  return transactControl(ctx, async (tx) => {
    await lockTeam(tx, ctx);
    await checkSet(tx, ctx.tenant.id, standing);
    const userId = newId(ctx.now.getTime());
    const isNew = await plantUser(tx, { id: userId, email: input.email, name: input.name, passwordHash, locale }, ctx.now);
    if (!isNew) throw new RefusedError(refuse("email_taken", { fields: [{ path: "email", code: "email_taken" }] }));
    const id = newId(ctx.now.getTime());
    await plantMembership(tx, { id, userId, tenantId: ctx.tenant.id, ...standing }, ctx.now);
    await plantMember(tx, { id, userId, name: input.name });
    await recordAudit(tx, ctx, { action: "member.create", entity: "member", entityId: id, detail: { after: { email: input.email, name: input.name, ...standing } } });
    return accept({ id });
  });
}
