import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { isReadyMadeSet } from "@/modules/tenancy/permissions.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { sql } from "@/platform/db/sql.ts";
import { lockTeam } from "../postings/lock-team.ts";

/** Deletes an own set that nobody has and no open invitation offers; of a ready-made one, what the shop changed in it. */
export async function deletePermissionSet(ctx: Context, key: string): Promise<Result<{ key: string }>> {
  return transactControl(ctx, async (tx) => {
    await lockTeam(tx, ctx);
    const [used] = isReadyMadeSet(key)
      ? []
      : await tx.rows(sql`
          SELECT id FROM membership WHERE tenant_id = ${ctx.tenant.id} AND permission_set = ${key}
          UNION ALL SELECT id FROM invitation WHERE tenant_id = ${ctx.tenant.id} AND permission_set = ${key} AND accepted_at IS NULL AND revoked_at IS NULL LIMIT 1`);
    if (used) return refuse("set_in_use");
    const [gone] = await tx.rows<{ name: string; patterns: string[]; thresholds: unknown }>(sql`
      DELETE FROM permission_set WHERE tenant_id = ${ctx.tenant.id} AND key = ${key} RETURNING name, patterns, thresholds`);
    if (!gone) return refuse("not_found");
    await recordAudit(tx, ctx, { action: "permission_set.delete", entity: "permission_set", entityId: null, detail: { key, before: gone, after: null } });
    return accept({ key });
  });
}
