import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Session } from "../queries/find-session.ts";
import type { Visitor } from "../visitor.ts";
import { checkAgain } from "./check-again.ts";
import { checkCode } from "./check-code.ts";

const CODE = /^\d{6}$/;

/**
 * Step-up: who sits at this session shows again that they are its person, by password or by a code of their authenticator (no password is
 * that short). Refuses the field `current`; guesses are counted like those at sign-in.
 */
export async function proveAgain(session: Session, typed: string, visitor: Visitor): Promise<Result<null>> {
  const proved = CODE.test(typed.trim()) ? await byCode(session, typed.trim(), visitor) : await checkAgain(session, typed, visitor);
  if (!proved.ok) return proved;
  await databases().control.execute(sql`UPDATE session SET proved_at = ${visitor.now} WHERE id = ${session.sessionId} AND till_id IS NULL`);
  return accept(null);
}

async function byCode({ membership: { userId } }: Session, code: string, visitor: Visitor): Promise<Result<null>> {
  const checked = await checkCode(userId, code, visitor);
  return !checked.ok && checked.code === "totp_wrong" ? refuseField("current", "totp_wrong") : checked;
}
