import { databases } from "@/platform/db/databases.ts";
import { hashSecret } from "@/modules/identity/secret.ts";
import { sql } from "@/platform/db/sql.ts";
import { invitationState } from "../rules/invitation-state.ts";

/** An invitation as whoever holds its link may see it. Not whether the address has an account: anybody can invite an address to find out. */
export interface OpenInvitation {
  id: string;
  tenantId: string;
  shop: string;
  email: string;
  name: string;
  role: "ADMIN" | "STAFF";
  invitedBy: string;
}

/** The invitation of a link's token; null when it opens nothing: unknown, used, revoked, expired, replaced, or of a shop that is closed. */
export async function findInvitation(token: string, now: Date): Promise<OpenInvitation | null> {
  const [found] = await databases().control.rows<OpenInvitation & { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date }>(sql`
    SELECT i.id, i.tenant_id AS "tenantId", t.name AS shop, i.email, i.name, i.role, inviter.name AS "invitedBy",
           i.accepted_at AS "acceptedAt", i.revoked_at AS "revokedAt", i.expires_at AS "expiresAt"
    FROM invitation i
    JOIN tenant t ON t.id = i.tenant_id AND t.state = 'active'
    JOIN membership m ON m.id = i.invited_by JOIN "user" inviter ON inviter.id = m.user_id
    WHERE i.token_hash = ${hashSecret(token)}`);
  if (!found || invitationState(found, now) !== "open") return null;
  const { acceptedAt: _accepted, revokedAt: _revoked, expiresAt: _expires, ...open } = found;
  return open;
}
