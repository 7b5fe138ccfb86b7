import type { ChangeMemberInput } from "../schema.ts";

/** Whether a change of a member gives or alters rights. Ending somebody's place does not: that must be quick. */
export function givesRights({ active, ...rights }: ChangeMemberInput): boolean {
  return active === true || Object.values(rights).some((given) => given !== undefined);
}
