import type { RefusalCode } from "@/kernel/refusal.ts";
import type { Role } from "@/modules/tenancy/permissions.ts";

interface Person {
  id: string;
  role: Role;
}

/** Why this member may not change that one's role, rights or place; null when they may. `wanted` is the role to be. */
export function judgeChange(actor: Person, target: Person, wanted: Role): RefusalCode | null {
  if (actor.id === target.id) return "own_role";
  // Ownership has its own door (hand-over-ownership.ts), which only an owner opens.
  if (wanted === "OWNER" && target.role !== "OWNER") return "owner_protected";
  if (target.role === "OWNER" && actor.role !== "OWNER") return "owner_protected";
  return actor.role === "STAFF" ? "forbidden" : null;
}
