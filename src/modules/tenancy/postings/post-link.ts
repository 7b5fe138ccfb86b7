import { newId } from "@/kernel/id.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { hashSecret } from "@/modules/identity/secret.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Context } from "../context.ts";
import { linkToken, linkView, type LinkView } from "../queries/open-link.ts";
import type { LinkKind } from "../rules/link-kinds.ts";
import { recordAudit } from "./record-audit.ts";

const DAY_MS = 86_400_000;

/** A link to a document, without an account; the one before opens nothing from now on. That there is such a document is the caller's to know. */
export async function postLink(tx: ControlTx, ctx: Context, { kind, documentId, days }: { kind: LinkKind; documentId: string; days: number }): Promise<Result<LinkView>> {
  const id = newId(ctx.now.getTime());
  const expiresAt = new Date(ctx.now.getTime() + days * DAY_MS);
  await endLink(tx, ctx, kind, documentId);
  await tx.execute(sql`
    INSERT INTO document_link (id, tenant_id, kind, document_id, token_hash, sent_by, created_at, expires_at)
    VALUES (${id}, ${ctx.tenant.id}, ${kind}, ${documentId}, ${hashSecret(linkToken(kind, id))}, ${ctx.member.id}, ${ctx.now}, ${expiresAt})`);
  await recordAudit(tx, ctx, { action: `${kind}.link`, entity: kind, entityId: documentId, detail: { days } });
  return accept(linkView(kind, id, expiresAt));
}

/** The document's link opens nothing from now on. */
export async function revokeLink(tx: ControlTx, ctx: Context, kind: LinkKind, documentId: string): Promise<Result<null>> {
  if ((await endLink(tx, ctx, kind, documentId)) === 0) return refuse("not_found");
  await recordAudit(tx, ctx, { action: `${kind}.revoke_link`, entity: kind, entityId: documentId, detail: {} });
  return accept(null);
}

function endLink(tx: ControlTx, { tenant, now }: Context, kind: LinkKind, documentId: string): Promise<number> {
  return tx.execute(sql`UPDATE document_link SET revoked_at = ${now} WHERE tenant_id = ${tenant.id} AND kind = ${kind} AND document_id = ${documentId} AND revoked_at IS NULL`);
}
