import type { Role, Thresholds } from "@/modules/tenancy/permissions.ts";

/** What a member is to be in the shop. */
export interface Standing {
  role: Exclude<Role, "OWNER">;
  /** Of STAFF: key of a ready-made or own set. */
  permissionSet: string | null;
  /** Patterns beyond the set. */
  permissions: readonly string[];
  /** Limits instead of the set's. */
  thresholds: Partial<Thresholds>;
}

/**
 * The standing alone, out of whatever it came with (a request also holds a name, an address, a password), and nothing left over that the
 * role makes meaningless: ADMIN has no set and no limits.
 */
export function plainStanding({ role, permissionSet, permissions, thresholds }: Standing): Standing {
  return role === "STAFF" ? { role, permissionSet, permissions, thresholds } : { role, permissionSet: null, permissions: [], thresholds: {} };
}
