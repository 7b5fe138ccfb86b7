import { newId } from "@/kernel/id.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import { TERMS_VERSION } from "../rules/terms-version.ts";
import type { Visitor } from "../visitor.ts";

export interface NewUser {
  id: string;
  /** Normalised. */
  email: string;
  name: string;
  passwordHash: string;
  /** Language of the interface. */
  locale: string;
  /** Of the API: Idempotency-Key and a digest of the call. */
  signUpRequest?: string | undefined;
}

/** False when the id or the address is taken, also by a transaction that commits meanwhile; the transaction goes on either way. */
export async function plantUser(tx: ControlTx, user: NewUser, now: Date): Promise<boolean> {
  const planted = await tx.execute(sql`
    INSERT INTO "user" (id, email, name, password_hash, locale, created_at, sign_up_request)
    VALUES (${user.id}, ${user.email}, ${user.name}, ${user.passwordHash}, ${user.locale}, ${now}, ${user.signUpRequest ?? null}) ON CONFLICT DO NOTHING`);
  return planted === 1;
}

/** Records that the person took the terms as they stand. */
export async function plantAgreement(tx: ControlTx, userId: string, { now, address }: Visitor): Promise<void> {
  await tx.execute(sql`
    INSERT INTO user_agreement (id, user_id, document, version, accepted_at, address)
    VALUES (${newId(now.getTime())}, ${userId}, 'terms', ${TERMS_VERSION}, ${now}, ${address})`);
}
