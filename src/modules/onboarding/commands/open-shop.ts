import { createHash } from "node:crypto";
import { newId } from "@/kernel/id.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { hashPassword, verifyPassword } from "@/modules/identity/password.ts";
import { claimAttempt } from "@/modules/identity/postings/claim-attempt.ts";
import { mailVerification } from "@/modules/identity/postings/mail-verification.ts";
import { noteEvent } from "@/modules/identity/postings/note-event.ts";
import { plantAgreement, plantUser } from "@/modules/identity/postings/plant-user.ts";
import { findMembership, type Membership } from "@/modules/identity/queries/find-membership.ts";
import { findSignUp } from "@/modules/identity/queries/find-sign-up.ts";
import { findStoredPassword } from "@/modules/identity/queries/find-stored-password.ts";
import { listShops } from "@/modules/identity/queries/list-shops.ts";
import { addressGroup, SIGN_UP_BY_ADDRESS } from "@/modules/identity/rules/attempt-limits.ts";
import { checkPassword } from "@/modules/identity/rules/check-password.ts";
import type { Visitor } from "@/modules/identity/visitor.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { databases } from "@/platform/db/databases.ts";
import { plantNewShop } from "../postings/plant-new-shop.ts";
import type { DefaultNames } from "../rules/default-names.ts";

export interface OpenShopInput {
  /** Client-made, so that a form sent twice is one shop. */
  id?: string | undefined;
  /** Normalised. */
  email: string;
  password: string;
  name: string;
  tenantName: string;
  acceptTerms: boolean;
  /** Language of the interface. */
  locale?: string | undefined;
  /** Of the API: the Idempotency-Key, under which the same call is one shop. */
  key?: string | undefined;
}

export interface OpenedShop {
  membership: Membership;
}

const DEFAULT_LOCALE = "es-AR";
/** As long as the tokens of the first answer live: who lost it asks again by then, and later signs in. */
const REPEATED_FOR_MS = 15 * 60_000;

/**
 * Signs a person up and opens their shop: account, tenant, OWNER membership and everything the shop needs for its first sale, in one
 * transaction that leaves nothing behind when any part fails. Refuses with email_taken, or with why the password will not do.
 */
export async function openShop(input: OpenShopInput, visitor: Visitor, names: DefaultNames): Promise<Result<OpenedShop>> {
  if (!input.acceptTerms) return refuseField("acceptTerms", "terms_required");
  const refused = checkPassword(input.password, { email: input.email, name: input.name, shopName: input.tenantName });
  if (refused) return refuseField(refused.path, refused.code, refused.params);
  const { control } = databases();
  const address = addressGroup(visitor.address);
  const attempt = await claimAttempt(control, [{ purpose: "sign-up", subject: address.name, limits: SIGN_UP_BY_ADDRESS, scale: address.scale }], visitor.now);
  if (!attempt.ok) return attempt;

  const userId = input.id ?? newId(visitor.now.getTime());
  const tenantId = newId(visitor.now.getTime());
  const passwordHash = await hashPassword(input.password);
  const isNew = await control.transaction((tx) => plantAll(tx, { ...input, userId, tenantId, passwordHash }, visitor, names));
  const requested = isNew ? accept(null) : await findRequested(input, requestOf(input), visitor.now);
  if (!requested.ok) return requested;
  const membership = isNew ? await findMembership(userId, tenantId) : (requested.value ?? (await findRepeated(userId, input)));
  if (membership) return accept({ membership });
  if (isNew) throw new Error("A shop was opened and its owner is not found");
  return refuse("email_taken", { fields: [{ path: "email", code: "email_taken" }] });
}

interface Planting extends OpenShopInput {
  userId: string;
  tenantId: string;
  passwordHash: string;
}

/** False, with nothing written, when the account exists. */
async function plantAll(tx: ControlTx, input: Planting, visitor: Visitor, names: DefaultNames): Promise<boolean> {
  const { userId, tenantId, email, name, tenantName, locale = DEFAULT_LOCALE } = input;
  const { now } = visitor;
  const isNew = await plantUser(tx, { id: userId, email, name, passwordHash: input.passwordHash, locale, signUpRequest: requestOf(input) }, now);
  if (!isNew) return false;
  await plantAgreement(tx, userId, visitor);
  await noteEvent(tx, visitor, { kind: "sign_up", userId, tenantId });
  await mailVerification(tx, { userId, email, name, locale }, now);
  await plantNewShop(tx, { tenantId, tenantName, owner: { userId, name } }, visitor, names);
  return true;
}

/** The shop that this very form opened before. The id alone proves nothing, so e-mail and password must be that account's. */
async function findRepeated(userId: string, { id, email, password }: OpenShopInput): Promise<Membership | null> {
  const stored = id === undefined ? null : await findStoredPassword(userId, email);
  if (stored === null || !(await verifyPassword(stored, password))) return null;
  const [shop] = await listShops(userId);
  return shop ? findMembership(userId, shop.tenantId) : null;
}

/** The password stays out of it: a digest is guessed quickly, and it is compared by its own hash. */
function requestOf({ key, email, name, tenantName, locale }: OpenShopInput): string | undefined {
  return key === undefined ? undefined : `${key} ${createHash("sha256").update(JSON.stringify([email, name, tenantName, locale])).digest("base64url")}`;
}

/** The shop that the same call opened a moment ago; null where there is no such call, refused where it asked for something else. */
async function findRequested({ key, email, password }: OpenShopInput, request: string | undefined, now: Date): Promise<Result<Membership | null>> {
  const known = key === undefined ? null : await findSignUp(email, key, new Date(now.getTime() - REPEATED_FOR_MS));
  if (known === null) return accept(null);
  if (known.request !== request || !(await verifyPassword(known.passwordHash, password))) return refuse("idempotency_mismatch");
  const [shop] = await listShops(known.userId);
  return accept(shop ? await findMembership(known.userId, shop.tenantId) : null);
}
