import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { newId } from "@/kernel/id.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { isReadyMadeSet, type Permission, type Thresholds } from "@/modules/tenancy/permissions.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { sql } from "@/platform/db/sql.ts";
import { lockTeam } from "../postings/lock-team.ts";

export interface PermissionSetInput {
  /** Null makes a new one; a ready-made key changes that set for this shop. */
  key: string | null;
  name: string;
  permissions: readonly Permission[];
  thresholds: Thresholds;
}

const MOST = 50;

/** Writes a permission set. Everybody who has it is under the new one from their next request. */
export async function savePermissionSet(ctx: Context, { key, name, permissions, thresholds }: PermissionSetInput): Promise<Result<{ key: string }>> {
  return transactControl(ctx, async (tx) => {
    await lockTeam(tx, ctx);
    const own = await tx.rows<{ key: string; name: string; patterns: string[]; thresholds: Thresholds }>(sql`
      SELECT key, name, patterns, thresholds FROM permission_set WHERE tenant_id = ${ctx.tenant.id}`);
    const before = own.find((row) => row.key === key);
    if (key !== null && !before && !isReadyMadeSet(key)) return refuse("not_found");
    if (own.some((row) => row.key !== key && row.name.toLowerCase() === name.toLowerCase())) return refuseField("name", "set_taken");
    if (!before && own.length >= MOST) return refuse("too_large", { params: { max: MOST } });
    const savedKey = key ?? newId(ctx.now.getTime()).replaceAll("-", "");
    await tx.execute(sql`
      INSERT INTO permission_set (tenant_id, key, name, patterns, thresholds, updated_at)
      VALUES (${ctx.tenant.id}, ${savedKey}, ${name}, ${permissions}, ${JSON.stringify(thresholds)}::jsonb, ${ctx.now})
      ON CONFLICT (tenant_id, key) DO UPDATE SET name = excluded.name, patterns = excluded.patterns, thresholds = excluded.thresholds, updated_at = excluded.updated_at`);
    const after = { name, patterns: permissions, thresholds };
    await recordAudit(tx, ctx, { action: "permission_set.save", entity: "permission_set", entityId: null, detail: { key: savedKey, before: before ?? null, after } });
    return accept({ key: savedKey });
  });
}
