import { grantsOf, type Grants, type Thresholds } from "@/modules/tenancy/permissions.ts";
import type { PermissionSetView } from "./list-permission-sets.ts";
import type { MemberView } from "./member-view.ts";

/** What a member may do, under the sets as they stand: the same answer as the gate's. */
export function grantsOfMember(member: Pick<MemberView, "role" | "permissionSet" | "permissions" | "thresholds">, sets: readonly PermissionSetView[]): Grants {
  const set = sets.find(({ key }) => key === member.permissionSet);
  return grantsOf({
    role: member.role,
    permissionSet: member.permissionSet,
    ownSet: set ? { patterns: set.permissions, thresholds: set.thresholds } : null,
    patterns: member.permissions,
    thresholds: member.thresholds as Partial<Thresholds>,
  });
}
