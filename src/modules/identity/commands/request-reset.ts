import { accept, type Result } from "@/kernel/refusal.ts";
import type { ControlDb } from "@/platform/db/control-client.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { claimAttempt } from "../postings/claim-attempt.ts";
import { noteEvent } from "../postings/note-event.ts";
import { plantToken } from "../postings/plant-token.ts";
import { postMail } from "../postings/post-mail.ts";
import { addressGroup } from "../rules/attempt-limits.ts";
import { MAILS_BY_ADDRESSEE, MAILS_BY_VISITOR } from "../rules/token-limits.ts";
import type { Visitor } from "../visitor.ts";

/** Nobody has this id: what is written for it is written for nobody, at the same cost. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Sends a link for a new password to whoever has this address. The answer is the same, after the same work, when nobody has it: the
 * limits count addresses, not accounts, and one event is committed either way.
 */
export async function requestReset(email: string, visitor: Visitor): Promise<Result<null>> {
  const { control } = databases();
  const address = addressGroup(visitor.address);
  const attempt = await claimAttempt(control, [
    { purpose: "reset-mail", subject: email, limits: MAILS_BY_ADDRESSEE },
    { purpose: "reset-visitor", subject: address.name, limits: MAILS_BY_VISITOR, scale: address.scale },
  ], visitor.now);
  if (!attempt.ok) return attempt;
  await control.transaction(async (tx) => {
    const [user] = await tx.rows<{ id: string; name: string; locale: string }>(sql`SELECT id, name, locale FROM "user" WHERE email = ${email} AND disabled_at IS NULL`);
    await noteEvent(tx, visitor, { kind: "reset_requested", userId: user?.id ?? null });
    if (user) {
      const link = await plantToken(tx, "reset", { userId: user.id, email }, visitor.now);
      await postMail(tx, { to: email, locale: user.locale, template: "reset", words: { name: user.name }, link }, visitor.now);
    } else {
      await pretend(tx, email, visitor.now);
    }
  });
  return accept(null);
}

/** As many statements as for an account, and as many writes: what is written for nobody is taken back before anybody can see it. */
async function pretend(tx: Pick<ControlDb, "execute">, to: string, now: Date): Promise<void> {
  await tx.execute(sql`UPDATE auth_token SET used_at = ${now} WHERE user_id = ${NOBODY} AND kind = 'reset' AND used_at IS NULL`);
  const id = await postMail(tx, { to, locale: "es-AR", template: "reset", words: { name: "" } }, now);
  await tx.execute(sql`DELETE FROM mail WHERE id = ${id}`);
}
