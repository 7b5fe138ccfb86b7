import { refuse, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import type { Membership } from "@/modules/identity/queries/find-membership.ts";
import type { Context, RequestFacts } from "./context.ts";
import { grantsOf, openByPin, type Permission } from "./permissions.ts";
import { transact } from "./transact.ts";

/** How the member came in. */
export interface Entry {
  /** By a PIN at a shared till. */
  byPin: boolean;
  /** When they last showed a password or a second factor on this way in; null where that is unknown. */
  provedAt: Date | null;
}

const UNPROVED: Entry = { byPin: false, provedAt: null };

/**
 * The first wall. Mints the context of a membership that identity found for a session or a token: the only place where a tenant id
 * becomes a database. Doors call one of the `enter…` functions beside this file; jobs call this with the membership they act for.
 */
export function openContext(membership: Membership, request: RequestFacts, now: Date, { byPin, provedAt }: Entry = UNPROVED): Context {
  const { permissions: held, thresholds } = grantsOf({
    role: membership.role,
    permissionSet: membership.permissionSet,
    ownSet: membership.ownSet,
    patterns: membership.permissions,
    thresholds: membership.thresholds,
  });
  const permissions = byPin ? openByPin(held) : held;
  const db = databases().tenants.forTenant(membership.tenantId);
  return {
    tenant: { id: membership.tenantId, slug: membership.tenantSlug, name: membership.tenantName },
    member: { id: membership.id, userId: membership.userId, email: membership.email, name: membership.userName, role: membership.role },
    lacksTotp: membership.lacksTotp,
    permissions,
    byPin,
    provedAt,
    withheld: new Set([...held].filter((name) => !permissions.has(name))),
    thresholds,
    now,
    request,
    db,
    transact: (work) => transact(db, membership.id, request, work),
  };
}

export interface Demand {
  /** Null for what every member may see, such as who one is. */
  permission: Permission | null;
  /** The slug that the page or the client believes it works for; null where none was sent. */
  tenantSlug: string | null;
  /** The member that the page was rendered for; null where none was sent. */
  memberId?: string | null;
}

/** Whether this context may pass: the tenant first, then the person, so that a stale tab hears of the switch and not of rights. */
export function checkDemand(ctx: Context, demand: Demand): Result<Context> {
  if (demand.tenantSlug !== null && demand.tenantSlug !== ctx.tenant.slug) return refuse("tenant_changed", { params: { shop: ctx.tenant.name } });
  if (demand.memberId != null && demand.memberId !== ctx.member.id) return refuse("person_changed", { params: { name: ctx.member.name } });
  if (demand.permission !== null && ctx.withheld.has(demand.permission)) return refuse("whole_sign_in_required");
  if (demand.permission !== null && ctx.lacksTotp) return refuse("totp_setup_required");
  if (demand.permission !== null && !ctx.permissions.has(demand.permission)) return refuse("forbidden");
  return { ok: true, value: ctx };
}
