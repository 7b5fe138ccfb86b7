import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Membership } from "../queries/find-membership.ts";

export interface Rights {
  role: Membership["role"];
  permissionSet: string | null;
  permissions: readonly string[];
  thresholds: Readonly<Record<string, string | null>>;
}

/** Gives a membership other rights; they hold from the next request, since the gate reads them each time. */
export async function changeRights(tx: Pick<ControlTx, "execute">, id: string, { role, permissionSet, permissions, thresholds }: Rights): Promise<void> {
  await tx.execute(sql`
    UPDATE membership SET role = ${role}, permission_set = ${permissionSet}, permissions = ${permissions}, thresholds = ${JSON.stringify(thresholds)}::jsonb WHERE id = ${id}`);
}
