import { createHmac } from "node:crypto";
import { newId } from "@/kernel/id.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { env } from "@/platform/env.ts";
import { claimAttempt } from "../postings/claim-attempt.ts";
import { noteEvent } from "../postings/note-event.ts";
import { refreshExpiry } from "../postings/start-token-family.ts";
import { findMembership, type Membership } from "../queries/find-membership.ts";
import { addressGroup, REFRESH_BY_ADDRESS } from "../rules/attempt-limits.ts";
import { judgeRefresh } from "../rules/refresh-grace.ts";
import { hashSecret } from "../secret.ts";
import type { Visitor } from "../visitor.ts";

export interface Refreshed {
  refreshToken: string;
  membership: Membership;
  /** When the password was shown that the family began with. */
  provedAt: Date | null;
}

interface Found {
  familyId: string;
  userId: string;
  tenantId: string;
  authVersion: number;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
  provedAt: Date | null;
}

/**
 * Changes a refresh token for its successor (RFC 9700 §4.14.2). Presented again within the grace it brings the same successor; later
 * it was copied, and the whole family ends. Refuses with refresh_invalid whatever the reason.
 */
export async function refreshTokens(token: string, visitor: Visitor): Promise<Result<Refreshed>> {
  const { control } = databases();
  const address = addressGroup(visitor.address);
  const attempt = await claimAttempt(control, [{ purpose: "refresh", subject: address.name, limits: REFRESH_BY_ADDRESS, scale: address.scale }], visitor.now);
  if (!attempt.ok) return attempt;
  const successor = successorOf(token);
  const rotated = await control.transaction((tx) => rotate(tx, token, successor, visitor));
  const membership = rotated && (await findMembership(rotated.userId, rotated.tenantId));
  if (!membership || membership.authVersion !== rotated.authVersion) return refuse("refresh_invalid");
  return accept({ refreshToken: successor, membership, provedAt: rotated.provedAt });
}

/** Null when the token is good for nothing. Ending a family is a fact to keep, so it is answered and not thrown. */
async function rotate(tx: ControlTx, token: string, successor: string, visitor: Visitor): Promise<Found | null> {
  const { now } = visitor;
  const [found] = await tx.rows<Found>(sql`
    SELECT family_id AS "familyId", user_id AS "userId", tenant_id AS "tenantId", auth_version AS "authVersion",
           expires_at AS "expiresAt", used_at AS "usedAt", revoked_at AS "revokedAt", proved_at AS "provedAt"
    FROM refresh_token WHERE token_hash = ${hashSecret(token)} FOR UPDATE`);
  if (!found) return null;
  const [next] = await tx.rows<{ used: boolean }>(sql`SELECT used_at IS NOT NULL AS used FROM refresh_token WHERE token_hash = ${hashSecret(successor)}`);
  const verdict = judgeRefresh({ ...found, successorUsed: next?.used ?? false }, now);
  if (verdict === "rotate") {
    await tx.execute(sql`UPDATE refresh_token SET used_at = ${now} WHERE token_hash = ${hashSecret(token)}`);
    await tx.execute(sql`
      INSERT INTO refresh_token (id, token_hash, family_id, user_id, tenant_id, auth_version, expires_at, created_at, proved_at)
      VALUES (${newId(now.getTime())}, ${hashSecret(successor)}, ${found.familyId}, ${found.userId}, ${found.tenantId}, ${found.authVersion}, ${refreshExpiry(now)}, ${now}, ${found.provedAt}::timestamptz)`);
  }
  if (verdict === "reuse") {
    await tx.execute(sql`UPDATE refresh_token SET revoked_at = ${now} WHERE family_id = ${found.familyId} AND revoked_at IS NULL`);
    await noteEvent(tx, visitor, { kind: "refresh_reused", userId: found.userId, tenantId: found.tenantId });
  }
  return verdict === "rotate" || verdict === "repeat" ? found : null;
}

/**
 * The successor is computed from its predecessor under the server's key: the same one comes out of every repetition, and the database
 * need not keep it in clear for that.
 */
function successorOf(token: string): string {
  return createHmac("sha256", env.JWT_SECRET).update(`refresh-successor:${token}`).digest("base64url");
}
