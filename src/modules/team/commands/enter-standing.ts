import { accept, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { Standing } from "../rules/standing.ts";
import { enterLimits, type TypedLimits } from "./enter-limits.ts";

/** A standing from the one choice of a form (ADMIN, or the key of a set) and its typed limits. */
export async function enterStanding(ctx: Context, { place, ...typed }: TypedLimits & { place: string }): Promise<Result<Standing>> {
  const limits = await enterLimits(ctx, typed);
  if (!limits.ok) return limits;
  if (place === "ADMIN") return accept({ role: "ADMIN", permissionSet: null, permissions: [], thresholds: {} });
  return accept({ role: "STAFF", permissionSet: place, permissions: [], thresholds: limits.value });
}
