import type { Context } from "@/modules/tenancy/context.ts";
import { grantsOf, isReadyMadeSet, PERMISSION_SETS, type Permission, type Thresholds } from "@/modules/tenancy/permissions.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";

export interface PermissionSetView {
  key: string;
  /** Null for a ready-made set as it came: its name is a word of ours. */
  name: string | null;
  permissions: Permission[];
  thresholds: Thresholds;
  isReadyMade: boolean;
  /** Whether the tenant wrote it or changed it. */
  isOwn: boolean;
  members: number;
}

interface Row {
  key: string;
  name: string;
  patterns: string[];
  thresholds: Partial<Thresholds>;
}

/** The sets that a member may be given here: the ready-made ones, as changed, then the shop's own by name. */
export async function listPermissionSets(ctx: Pick<Context, "tenant">): Promise<PermissionSetView[]> {
  const { control } = databases();
  const [own, used] = await Promise.all([
    control.rows<Row>(sql`SELECT key, name, patterns, thresholds FROM permission_set WHERE tenant_id = ${ctx.tenant.id} ORDER BY name, key LIMIT 200`),
    control.rows<{ key: string; members: number }>(sql`
      SELECT permission_set AS key, count(*)::int AS members FROM membership
      WHERE tenant_id = ${ctx.tenant.id} AND permission_set IS NOT NULL AND deactivated_at IS NULL GROUP BY permission_set`),
  ]);
  const keys = [...Object.keys(PERMISSION_SETS), ...own.map(({ key }) => key).filter((key) => !isReadyMadeSet(key))];
  return keys.map((key) => viewOf(key, own.find((row) => row.key === key), used.find((row) => row.key === key)?.members ?? 0));
}

function viewOf(key: string, row: Row | undefined, members: number): PermissionSetView {
  const grants = grantsOf({ role: "STAFF", permissionSet: key, ownSet: row ?? null, patterns: [], thresholds: {} });
  return { key, name: row?.name ?? null, permissions: [...grants.permissions], thresholds: grants.thresholds, isReadyMade: isReadyMadeSet(key), isOwn: row !== undefined, members };
}
