import { newId } from "@/kernel/id.ts";
import type { ControlDb } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import type { MailLink } from "../rules/mail-templates.ts";
import { TOKEN_MS, type TokenKind } from "../rules/token-limits.ts";
import { derivedSecret, hashSecret } from "../secret.ts";

const PAGE: Readonly<Record<TokenKind, string>> = { verify: "/verify", reset: "/reset", email: "/verify" };

/** A single-use link for a person's mail; the ones of its kind that were sent before are dead. */
export async function plantToken(tx: Pick<ControlDb, "execute">, kind: TokenKind, { userId, email }: { userId: string; email: string }, now: Date): Promise<MailLink> {
  const id = newId(now.getTime());
  const secret = secretName(kind, id);
  await tx.execute(sql`UPDATE auth_token SET used_at = ${now} WHERE user_id = ${userId} AND kind = ${kind} AND used_at IS NULL`);
  await tx.execute(sql`
    INSERT INTO auth_token (id, token_hash, kind, user_id, email, expires_at, created_at)
    VALUES (${id}, ${hashSecret(derivedSecret(secret))}, ${kind}, ${userId}, ${email}, ${new Date(now.getTime() + TOKEN_MS[kind])}, ${now})`);
  return { path: PAGE[kind], secret };
}

function secretName(kind: TokenKind, id: string): string {
  return `auth-token:${kind}:${id}`;
}
