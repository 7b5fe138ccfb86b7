import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { verifyPassword } from "../password.ts";
import { claimAttempt, giveBackAttempt, type Claim } from "../postings/claim-attempt.ts";
import { noteEvent } from "../postings/note-event.ts";
import type { Membership } from "../queries/find-membership.ts";
import { addressGroup, SIGN_IN_BY_ACCOUNT, SIGN_IN_BY_ADDRESS, SIGN_IN_BY_PAIR } from "../rules/attempt-limits.ts";
import type { Visitor } from "../visitor.ts";
import { checkCode } from "./check-code.ts";
import { chooseShop } from "./enter-as.ts";

export interface Credentials {
  /** Normalised (rules/normalize-email.ts). */
  email: string;
  password: string;
  /** Slug of the shop to enter; the last used when absent. */
  tenant?: string | undefined;
  /** Of the second factor: a code of the authenticator, or a recovery code. */
  totp?: string | undefined;
}

/** Who proved to know a password. */
export interface Person {
  userId: string;
  authVersion: number;
  /** A code is still to come. */
  hasTotp: boolean;
}

interface Account {
  id: string;
  passwordHash: string;
  disabledAt: Date | null;
  authVersion: number;
  hasTotp: boolean;
}

/**
 * Who a person with this e-mail and password is, and in which shop: what every way of signing in goes through. An unknown address and
 * a wrong password are told in the same words after the same work; what else may be wrong is told only to who knows the password.
 */
export async function checkCredentials(credentials: Credentials, visitor: Visitor): Promise<Result<Membership>> {
  const person = await checkPerson(credentials, visitor);
  if (!person.ok) return person;
  const { userId, hasTotp } = person.value;
  const second = hasTotp ? await checkCode(userId, credentials.totp, visitor) : accept(null);
  if (!second.ok) return second;
  const entered = await chooseShop(userId, credentials.tenant);
  if (!entered.ok) await noteEvent(databases().control, visitor, { kind: "sign_in_refused", userId });
  return entered;
}

/** The first half: e-mail and password. */
export async function checkPerson({ email, password }: Pick<Credentials, "email" | "password">, visitor: Visitor): Promise<Result<Person>> {
  const { control } = databases();
  const [account] = await control.rows<Account>(sql`
    SELECT id, password_hash AS "passwordHash", disabled_at AS "disabledAt", auth_version AS "authVersion", totp_since IS NOT NULL AS "hasTotp"
    FROM "user" WHERE email = ${email}`);
  const attempt = await claimAttempt(control, claimsOf(email, account?.id ?? null, visitor), visitor.now);
  if (!attempt.ok) return attempt;
  if (!(await verifyPassword(account?.passwordHash ?? null, password)) || !account) {
    await noteEvent(control, visitor, { kind: "sign_in_failed", userId: account?.id ?? null });
    return refuse("bad_credentials");
  }
  await giveBackAttempt(control, attempt.value);
  if (!account.disabledAt) return accept({ userId: account.id, authVersion: account.authVersion, hasTotp: account.hasTotp });
  await noteEvent(control, visitor, { kind: "sign_in_refused", userId: account.id });
  return refuse("account_disabled");
}

/** A browser that this person used before is counted apart: strangers who guess cannot keep the owner out. */
function claimsOf(email: string, userId: string | null, visitor: Visitor): Claim[] {
  const isKnownDevice = userId !== null && visitor.knownUserId === userId;
  const address = addressGroup(visitor.address);
  return [
    { purpose: isKnownDevice ? "sign-in-known-device" : "sign-in-account", subject: email, limits: SIGN_IN_BY_ACCOUNT },
    { purpose: isKnownDevice ? "sign-in-known-pair" : "sign-in-pair", subject: `${email} ${address.name}`, limits: SIGN_IN_BY_PAIR },
    { purpose: "sign-in-address", subject: address.name, limits: SIGN_IN_BY_ADDRESS, scale: address.scale },
  ];
}
