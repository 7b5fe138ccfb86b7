import { newId } from "@/kernel/id.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { hashPassword } from "@/modules/identity/password.ts";
import { plantMembership } from "@/modules/identity/postings/plant-membership.ts";
import { plantUser } from "@/modules/identity/postings/plant-user.ts";
import { findMembership, type Membership } from "@/modules/identity/queries/find-membership.ts";
import { plantMember } from "@/modules/tenancy/postings/plant-member.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";

export interface NewMember {
  tenantId: string;
  /** Normalised. A person who has an account keeps it, with name and password as they are. */
  email: string;
  name: string;
  password: string;
  role: Membership["role"];
  /** Of STAFF. */
  permissionSet: string | null;
}

/** Gives a person a place in a shop: their account if they have none, the membership, the name on documents. Refuses with conflict when they are in it. */
export async function addMember(input: NewMember, now: Date): Promise<Result<Membership>> {
  const passwordHash = await hashPassword(input.password);
  const userId = await databases().control.transaction((tx) => plant(tx, input, passwordHash, now));
  const membership = userId && (await findMembership(userId, input.tenantId));
  return membership ? accept(membership) : refuse("conflict");
}

async function plant(tx: ControlTx, input: NewMember, passwordHash: string, now: Date): Promise<string | null> {
  const { tenantId, email, role, permissionSet } = input;
  await plantUser(tx, { id: newId(now.getTime()), email, name: input.name, passwordHash, locale: "es-AR" }, now);
  const [user] = await tx.rows<{ id: string; name: string }>(sql`SELECT id, name FROM "user" WHERE email = ${email}`);
  if (!user) throw new Error("An account that was just planted is gone");
  const id = newId(now.getTime());
  if (!(await plantMembership(tx, { id, userId: user.id, tenantId, role, permissionSet }, now))) return null;
  await tx.enterTenant(tenantId);
  await plantMember(tx, { id, userId: user.id, name: user.name });
  return user.id;
}
