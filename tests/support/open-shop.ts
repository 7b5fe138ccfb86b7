import { randomUUID } from "node:crypto";
import { newId } from "@/kernel/id.ts";
import { addMember } from "@/modules/onboarding/commands/add-member.ts";
import { openShop as open, type OpenShopInput } from "@/modules/onboarding/commands/open-shop.ts";
import { findMembership, type Membership } from "@/modules/identity/queries/find-membership.ts";
import type { Visitor } from "@/modules/identity/visitor.ts";
import type { Context, RequestFacts } from "@/modules/tenancy/context.ts";
import { openContext } from "@/modules/tenancy/gate.ts";
import es from "@/messages/es-AR/onboarding.json" with { type: "json" };

export const PASSWORD = "lluvia sobre el techo de chapa";

/** OWNER, ADMIN, or STAFF with one of the ready-made permission sets. */
export type Standing = "OWNER" | "ADMIN" | "seller" | "stock_keeper" | "viewer" | "accountant";

export interface TestShop {
  /** Of the owner. Reads the clock once, when the shop opens; `contextAt` takes another instant. */
  ctx: Context;
  tenantId: string;
  slug: string;
  membership: Membership;
  credentials: { email: string; password: string };
  ctxOf(standing: Standing): Promise<Context>;
  /** The owner's context with other facts: an instant, an Idempotency-Key. */
  contextAt(now: Date, idempotency?: RequestFacts["idempotency"]): Context;
}

export function newEmail(): string {
  return `u${randomUUID()}@example.com`;
}

export function visitor(given: Partial<Visitor> = {}): Visitor {
  return { now: new Date(), address: null, userAgent: "test", knownUserId: null, ...given };
}

/** Opens a shop of its own for one test, through the same command as the sign-up page, on the run's real database. */
export async function openShop(overrides: Partial<OpenShopInput> = {}): Promise<TestShop> {
  const input = { email: newEmail(), password: PASSWORD, name: "Marta Quiroga", tenantName: "Almacén de prueba", acceptTerms: true, ...overrides };
  // Every test is another visitor, so that limits by address do not join them.
  const opened = await open(input, visitor({ address: newAddress() }), es.defaults);
  if (!opened.ok) throw new Error(`The test's shop was refused: ${JSON.stringify(opened)}`);
  const { membership } = opened.value;
  const contextAt = (now: Date, idempotency: RequestFacts["idempotency"] = null) => openContext(membership, facts(idempotency), now);
  return {
    ctx: contextAt(new Date()),
    tenantId: membership.tenantId,
    slug: membership.tenantSlug,
    membership,
    credentials: { email: input.email, password: input.password },
    contextAt,
    ctxOf: async (standing) => openContext(await memberOf(membership, standing), facts(null), new Date()),
  };
}

export function newAddress(): string {
  const [a, b, c] = crypto.getRandomValues(new Uint8Array(3));
  return `10.${a}.${b}.${c}`;
}

function facts(idempotency: RequestFacts["idempotency"]): RequestFacts {
  return { id: newId(), address: null, userAgent: "test", idempotency };
}

async function memberOf(owner: Membership, standing: Standing): Promise<Membership> {
  if (standing === "OWNER") return (await findMembership(owner.userId, owner.tenantId))!;
  const role = standing === "ADMIN" ? "ADMIN" : "STAFF";
  const added = await addMember(
    { tenantId: owner.tenantId, email: newEmail(), name: `Test ${standing}`, password: PASSWORD, role, permissionSet: role === "STAFF" ? standing : null },
    new Date(),
  );
  if (!added.ok) throw new Error(`The test's member was refused: ${added.code}`);
  return added.value;
}
