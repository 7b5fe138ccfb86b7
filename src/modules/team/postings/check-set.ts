import { refuseField, RefusedError } from "@/kernel/refusal.ts";
import { isReadyMadeSet } from "@/modules/tenancy/permissions.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Standing } from "../rules/standing.ts";

/** Throws the refusal of a set that this tenant does not have: a STAFF member without one could do nothing, and nobody would know why. */
export async function checkSet(tx: Pick<ControlTx, "rows">, tenantId: string, { role, permissionSet, permissions }: Standing): Promise<void> {
  if (role !== "STAFF") return;
  if (permissionSet === null && permissions.length > 0) return;
  if (permissionSet === null) throw new RefusedError(refuseField("permissionSet", "required"));
  if (isReadyMadeSet(permissionSet)) return;
  // Locked against deletion until this transaction gives it to somebody.
  const found = await tx.rows(sql`SELECT key FROM permission_set WHERE tenant_id = ${tenantId} AND key = ${permissionSet} FOR SHARE`);
  if (found.length === 0) throw new RefusedError(refuseField("permissionSet", "not_allowed"));
}
