import { derivedSecret } from "@/modules/identity/secret.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { env } from "@/platform/env.ts";
import type { Context } from "../context.ts";
import { LINK_KINDS, type LinkKind } from "../rules/link-kinds.ts";

export interface LinkView {
  url: string;
  /** RFC 3339. */
  expiresAt: string;
}

export function linkToken(kind: LinkKind, id: string): string {
  return derivedSecret(`${LINK_KINDS[kind].secret}:${id}`);
}

/** As whoever gets it sees it. The configured address, never the request's Host: whoever forges that would get the link to their own house. */
export function linkView(kind: LinkKind, id: string, expiresAt: Date): LinkView {
  return { url: new URL(`${LINK_KINDS[kind].path}/${linkToken(kind, id)}`, env.NEXTAUTH_URL).href, expiresAt: expiresAt.toISOString() };
}

/** The link that opens this document now; null when none does. */
export async function openLink(ctx: Pick<Context, "tenant" | "now">, kind: LinkKind, documentId: string): Promise<LinkView | null> {
  const [found] = await databases().control.rows<{ id: string; expiresAt: Date }>(sql`
    SELECT id, expires_at AS "expiresAt" FROM document_link
     WHERE tenant_id = ${ctx.tenant.id} AND kind = ${kind} AND document_id = ${documentId} AND revoked_at IS NULL AND expires_at > ${ctx.now} ORDER BY created_at DESC LIMIT 1`);
  return found ? linkView(kind, found.id, found.expiresAt) : null;
}

/** What became of a link, open or not. */
export interface LinkRecord {
  createdAt: string;
  /** Who made it. */
  by: string;
  expiresAt: string;
  /** When somebody first looked; null: nobody. */
  openedAt: string | null;
  revokedAt: string | null;
}

/** All links that opened this document, the first first. */
export async function listLinks(ctx: Pick<Context, "tenant" | "db">, kind: LinkKind, documentId: string): Promise<LinkRecord[]> {
  const links = await databases().control.rows<{ sentBy: string; createdAt: Date; expiresAt: Date; openedAt: Date | null; revokedAt: Date | null }>(sql`
    SELECT sent_by AS "sentBy", created_at AS "createdAt", expires_at AS "expiresAt", opened_at AS "openedAt", revoked_at AS "revokedAt" FROM document_link
     WHERE tenant_id = ${ctx.tenant.id} AND kind = ${kind} AND document_id = ${documentId} ORDER BY created_at LIMIT 200`);
  if (links.length === 0) return [];
  const members = await ctx.db.rows<{ id: string; name: string }>(sql`SELECT id, name FROM member WHERE id = ANY (${[...new Set(links.map(({ sentBy }) => sentBy))]}::uuid[])`);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return links.map(({ sentBy, createdAt, expiresAt, openedAt, revokedAt }) => ({ by: names.get(sentBy) ?? "", createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString(), openedAt: openedAt?.toISOString() ?? null, revokedAt: revokedAt?.toISOString() ?? null }));
}
