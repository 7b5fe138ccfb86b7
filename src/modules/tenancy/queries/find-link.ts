import { claimAttempt, giveBackAttempt } from "@/modules/identity/postings/claim-attempt.ts";
import { addressGroup } from "@/modules/identity/rules/attempt-limits.ts";
import { hashSecret } from "@/modules/identity/secret.ts";
import type { Visitor } from "@/modules/identity/visitor.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Context } from "../context.ts";
import { enterJob } from "../enter-job.ts";
import type { LinkKind } from "../rules/link-kinds.ts";
import { LINKS_BY_VISITOR } from "../rules/link-limits.ts";

export interface FoundLink {
  linkId: string;
  documentId: string;
  /** Of the member who made the link, or of the owner when that member has left: reads this one document and writes what is answered to it. */
  ctx: Context;
}

/** Programs that look ahead for a person: a message with the link shows a preview before anybody read it. */
const PREVIEW = /bot\b|crawl|spider|preview|whatsapp|facebookexternalhit|telegram|slack|skype/i;

/**
 * The document behind a link's token. Null when it opens nothing: unknown, revoked, over, of a closed shop, or asked too often; whoever
 * holds such a link learns not which.
 */
export async function findLink(kind: LinkKind, token: string, visitor: Pick<Visitor, "now" | "address" | "userAgent">): Promise<FoundLink | null> {
  const { control } = databases();
  const address = addressGroup(visitor.address);
  const attempt = await claimAttempt(control, [{ purpose: "document-link", subject: address.name, limits: LINKS_BY_VISITOR, scale: address.scale }], visitor.now);
  if (!attempt.ok) return null;
  const [found] = await control.rows<{ linkId: string; documentId: string; tenantId: string; userId: string; isUnseen: boolean }>(sql`
    SELECT l.id AS "linkId", l.opened_at IS NULL AS "isUnseen", l.document_id AS "documentId", l.tenant_id AS "tenantId", m.user_id AS "userId"
      FROM document_link l JOIN tenant t ON t.id = l.tenant_id AND t.state = 'active'
      JOIN LATERAL (SELECT m.user_id FROM membership m WHERE m.tenant_id = l.tenant_id AND m.deactivated_at IS NULL AND (m.id = l.sent_by OR m.role = 'OWNER') ORDER BY m.id = l.sent_by DESC LIMIT 1) m ON true
     WHERE l.token_hash = ${hashSecret(token)} AND l.kind = ${kind} AND l.revoked_at IS NULL AND l.expires_at > ${visitor.now}`);
  const ctx = found ? await enterJob(found, visitor.now) : null;
  if (!found || !ctx) return null;
  await giveBackAttempt(control, attempt.value);
  if (found.isUnseen && !PREVIEW.test(visitor.userAgent ?? "")) await control.execute(sql`UPDATE document_link SET opened_at = ${visitor.now} WHERE id = ${found.linkId} AND opened_at IS NULL`);
  return { linkId: found.linkId, documentId: found.documentId, ctx };
}
