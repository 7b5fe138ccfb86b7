import { accept, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { ChangeMemberInput } from "../schema.ts";
import { changeMember } from "./change-member.ts";
import { deactivateMember } from "./deactivate-member.ts";
import { reactivateMember } from "./reactivate-member.ts";

/** What an API client asks of a member in one call: rights first, so that somebody who comes back comes back under the new ones. */
export async function patchMember(ctx: Context, id: string, { active, ...change }: ChangeMemberInput): Promise<Result<{ id: string }>> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const changed = Object.keys(given).length > 0 ? await changeMember(ctx, id, given) : accept({ id });
  if (!changed.ok || active === undefined) return changed;
  return active ? reactivateMember(ctx, id) : deactivateMember(ctx, id);
}
