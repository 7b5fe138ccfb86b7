import { TILL_IDLE_MS } from "@/modules/identity/rules/till-limits.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";

export interface TillView {
  id: string;
  /** User-Agent as the browser told it. */
  agent: string | null;
  address: string | null;
  sharedBy: string;
  createdAt: Date;
  lastUsedAt: Date;
  /** Who stands there by PIN now; null when it is locked. */
  person: string | null;
}

const MOST = 100;

/** The shop's shared tills, the last used first. */
export async function listTills(ctx: Pick<Context, "tenant" | "now">): Promise<TillView[]> {
  return databases().control.rows<TillView>(sql`
    SELECT k.id, k.user_agent AS agent, k.address, by_user.name AS "sharedBy", k.created_at AS "createdAt", k.last_used_at AS "lastUsedAt",
           (SELECT u.name FROM session s JOIN "user" u ON u.id = s.user_id
             WHERE s.till_id = k.id AND s.revoked_at IS NULL AND s.idle_expires_at > ${ctx.now} AND s.absolute_expires_at > ${ctx.now} ORDER BY s.created_at DESC, s.id DESC LIMIT 1) AS person
    FROM shared_till k JOIN membership m ON m.id = k.shared_by JOIN "user" by_user ON by_user.id = m.user_id
    WHERE k.tenant_id = ${ctx.tenant.id} AND k.revoked_at IS NULL AND k.last_used_at > ${new Date(ctx.now.getTime() - TILL_IDLE_MS)}
    ORDER BY k.last_used_at DESC, k.id LIMIT ${MOST}`);
}
