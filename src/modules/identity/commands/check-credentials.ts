import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { verifyPassword } from "../password.ts";
import { claimAttempt, giveBackAttempt, type Claim } from "../postings/claim-attempt.ts";
import { noteEvent } from "../postings/note-event.ts";
import { findMembership, type Membership } from "../queries/find-membership.ts";
import { listShops } from "../queries/list-shops.ts";
import { addressGroup, SIGN_IN_BY_ACCOUNT, SIGN_IN_BY_ADDRESS } from "../rules/attempt-limits.ts";
import type { Visitor } from "../visitor.ts";

export interface Credentials {
  /** Normalised (rules/normalize-email.ts). */
  email: string;
  password: string;
  /** Slug of the shop to enter; the last used when absent. */
  tenant?: string | undefined;
}

interface Account {
  id: string;
  passwordHash: string;
  disabledAt: Date | null;
}

/**
 * Who a person with this e-mail and password is, and in which shop: what every way of signing in goes through. An unknown address and
 * a wrong password are told in the same words after the same work; what else may be wrong is told only to who knows the password.
 */
export async function checkCredentials({ email, password, tenant }: Credentials, visitor: Visitor): Promise<Result<Membership>> {
  const { control } = databases();
  const [account] = await control.rows<Account>(sql`
    SELECT id, password_hash AS "passwordHash", disabled_at AS "disabledAt" FROM "user" WHERE email = ${email}`);
  const attempt = await claimAttempt(control, claimsOf(email, account?.id ?? null, visitor), visitor.now);
  if (!attempt.ok) return attempt;
  if (!(await verifyPassword(account?.passwordHash ?? null, password)) || !account) {
    await noteEvent(control, visitor, { kind: "sign_in_failed", userId: account?.id ?? null });
    return refuse("bad_credentials");
  }
  await giveBackAttempt(control, attempt.value);
  const entered = account.disabledAt ? refuse("account_disabled") : await chooseShop(account.id, tenant);
  if (!entered.ok) await noteEvent(control, visitor, { kind: "sign_in_refused", userId: account.id });
  return entered;
}

/** A browser that this person used before is counted apart: strangers who guess cannot keep the owner out. */
function claimsOf(email: string, userId: string | null, visitor: Visitor): Claim[] {
  const isKnownDevice = userId !== null && visitor.knownUserId === userId;
  const address = addressGroup(visitor.address);
  return [
    { purpose: isKnownDevice ? "sign-in-known-device" : "sign-in-account", subject: email, limits: SIGN_IN_BY_ACCOUNT },
    { purpose: "sign-in-address", subject: address.name, limits: SIGN_IN_BY_ADDRESS, scale: address.scale },
  ];
}

async function chooseShop(userId: string, slug: string | undefined): Promise<Result<Membership>> {
  const shops = await listShops(userId);
  const chosen = slug === undefined ? shops[0] : shops.find((shop) => shop.slug === slug);
  const membership = chosen && (await findMembership(userId, chosen.tenantId));
  if (membership) return accept(membership);
  return refuse(slug === undefined ? "account_disabled" : "tenant_not_yours");
}
