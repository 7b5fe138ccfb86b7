import type { Role } from "@/modules/tenancy/permissions.ts";

export interface MemberView {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** Of STAFF: key of their permission set. */
  permissionSet: string | null;
  /** Name of that set where the tenant gave it one. */
  permissionSetName: string | null;
  permissions: string[];
  thresholds: Readonly<Record<string, string | null>>;
  active: boolean;
  /** Whether they chose a PIN for shared tills. */
  hasPin: boolean;
  /** When they last did anything in a browser here, RFC 3339; null when never. */
  lastSeenAt: string | null;
}

export type MemberRow = Omit<MemberView, "lastSeenAt"> & { lastSeenAt: Date | null };

export function memberView(row: MemberRow): MemberView {
  return { ...row, lastSeenAt: row.lastSeenAt?.toISOString() ?? null };
}
