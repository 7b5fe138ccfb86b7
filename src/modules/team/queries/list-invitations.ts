import type { Context } from "@/modules/tenancy/context.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { invitationView, type InvitationRow, type InvitationView } from "./invitation-view.ts";

interface Page {
  limit: number;
  /** Id of the last invitation of the page before. */
  cursor?: string | undefined;
  /** Leave out what was accepted or revoked. */
  openOnly?: boolean;
}

/** Invitations, the newest first. The links in them are for who may invite: callers demand member.write. */
export async function listInvitations(ctx: Pick<Context, "tenant" | "now">, { limit, cursor, openOnly = false }: Page): Promise<{ items: InvitationView[]; nextCursor: string | null }> {
  const found = await databases().control.rows<InvitationRow>(sql`
    SELECT i.id, i.email, i.name, i.role, i.permission_set AS "permissionSet", s.name AS "permissionSetName", i.permissions, i.thresholds, i.round,
           i.sent_at AS "sentAt", i.expires_at AS "expiresAt", i.accepted_at AS "acceptedAt", i.revoked_at AS "revokedAt"
    FROM invitation i LEFT JOIN permission_set s ON s.tenant_id = i.tenant_id AND s.key = i.permission_set
    WHERE i.tenant_id = ${ctx.tenant.id} AND (${cursor ?? null}::uuid IS NULL OR i.id < ${cursor ?? null}::uuid)
      AND (NOT ${openOnly} OR (i.accepted_at IS NULL AND i.revoked_at IS NULL))
    ORDER BY i.id DESC LIMIT ${limit + 1}`);
  const items = found.slice(0, limit).map((row) => invitationView(row, ctx.now));
  return { items, nextCursor: found.length > limit ? items.at(-1)!.id : null };
}
