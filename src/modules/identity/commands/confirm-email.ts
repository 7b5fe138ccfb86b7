import { accept, refuse, RefusedError, type Result } from "@/kernel/refusal.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { noteEvent } from "../postings/note-event.ts";
import { postMail } from "../postings/post-mail.ts";
import { useToken } from "../postings/use-token.ts";
import { findToken, type OpenToken } from "../queries/find-token.ts";
import type { Visitor } from "../visitor.ts";

/** Uses the link of a verification or of a change of address. Refuses with link_gone whatever became of it, also when somebody took the address meanwhile. */
export async function confirmEmail(token: string, visitor: Visitor): Promise<Result<{ email: string }>> {
  const found = await findToken(token, visitor.now);
  if (!found || found.kind === "reset") return refuse("link_gone");
  try {
    await databases().control.transaction(async (tx) => {
      await useToken(tx, found.id, visitor.now);
      await (found.kind === "email" ? changeEmail(tx, found, visitor) : verify(tx, found, visitor));
    });
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    throw error;
  }
  return accept({ email: found.email });
}

async function verify(tx: ControlTx, { userId, email }: OpenToken, { now }: Visitor): Promise<void> {
  const verified = await tx.execute(sql`UPDATE "user" SET email_verified_at = ${now} WHERE id = ${userId} AND email = ${email}`);
  if (verified !== 1) throw new RefusedError(refuse("link_gone"));
}

async function changeEmail(tx: ControlTx, { userId, email, name, locale }: OpenToken, visitor: Visitor): Promise<void> {
  const [before] = await tx.rows<{ email: string }>(sql`SELECT email FROM "user" WHERE id = ${userId} FOR UPDATE`);
  const [taken] = await tx.rows(sql`SELECT id FROM "user" WHERE email = ${email}`);
  if (!before || taken) throw new RefusedError(refuse("link_gone"));
  await tx.execute(sql`UPDATE "user" SET email = ${email}, email_verified_at = ${visitor.now} WHERE id = ${userId}`);
  await tx.execute(sql`UPDATE auth_token SET used_at = ${visitor.now} WHERE user_id = ${userId} AND used_at IS NULL`);
  await noteEvent(tx, visitor, { kind: "email_changed", userId });
  await postMail(tx, { to: before.email, locale, template: "email_changed", words: { name, email }, link: { path: "/login", secret: null } }, visitor.now);
}
