import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TokenKind } from "../rules/token-limits.ts";
import { hashSecret } from "../secret.ts";

export interface OpenToken {
  id: string;
  kind: TokenKind;
  userId: string;
  name: string;
  /** The address that the link went to. */
  email: string;
  locale: string;
}

/** The token of a mail's link; null when it opens nothing: unknown, used, expired, replaced, or of a disabled person. Looking uses nothing up. */
export async function findToken(token: string, now: Date): Promise<OpenToken | null> {
  const [found] = await databases().control.rows<OpenToken>(sql`
    SELECT t.id, t.kind, t.user_id AS "userId", u.name, t.email, u.locale
    FROM auth_token t JOIN "user" u ON u.id = t.user_id AND u.disabled_at IS NULL
    WHERE t.token_hash = ${hashSecret(token)} AND t.used_at IS NULL AND t.expires_at > ${now}`);
  return found ?? null;
}
