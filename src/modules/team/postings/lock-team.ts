import { refuse, RefusedError } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { Role } from "@/modules/tenancy/permissions.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";

export interface TeamMember {
  id: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
  permissionSet: string | null;
  permissions: string[];
  thresholds: Readonly<Record<string, string | null>>;
  deactivatedAt: Date | null;
}

/**
 * Takes the shop's team for this transaction: changes of people wait for each other, so that owners are counted as they are. Answers the
 * one who acts, as they are now: two owners who remove each other at once are two, then one.
 */
export async function lockTeam(tx: ControlTx, ctx: Pick<Context, "tenant" | "member">): Promise<TeamMember> {
  await tx.rows(sql`SELECT id FROM tenant WHERE id = ${ctx.tenant.id} FOR UPDATE`);
  const actor = await findMember(tx, ctx.tenant.id, ctx.member.id);
  if (!actor || actor.deactivatedAt !== null) throw new RefusedError(refuse("forbidden"));
  return actor;
}

export async function findMember(tx: Pick<ControlTx, "rows">, tenantId: string, id: string): Promise<TeamMember | null> {
  const [found] = await tx.rows<TeamMember>(sql`
    SELECT m.id, m.user_id AS "userId", u.name, u.email, m.role, m.permission_set AS "permissionSet", m.permissions, m.thresholds, m.deactivated_at AS "deactivatedAt"
    FROM membership m JOIN "user" u ON u.id = m.user_id WHERE m.tenant_id = ${tenantId} AND m.id = ${id}`);
  return found ?? null;
}

/** Active owners other than this one. The team must be locked. */
export async function countOtherOwners(tx: Pick<ControlTx, "rows">, tenantId: string, id: string): Promise<number> {
  const [count] = await tx.rows<{ owners: number }>(sql`
    SELECT count(*)::int AS owners FROM membership m JOIN "user" u ON u.id = m.user_id AND u.disabled_at IS NULL
    WHERE m.tenant_id = ${tenantId} AND m.role = 'OWNER' AND m.deactivated_at IS NULL AND m.id <> ${id}`);
  return count!.owners;
}
