import type { Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { GRANTABLE } from "@/modules/tenancy/permissions.ts";
import type { PermissionSetForm } from "../schema.ts";
import { enterLimits } from "./enter-limits.ts";
import { savePermissionSet } from "./save-permission-set.ts";

/** Writes a permission set from the form of switches. An empty limit of refunds is without limit; an empty discount is none. */
export async function enterPermissionSet(ctx: Context, form: PermissionSetForm): Promise<Result<{ key: string }>> {
  const { key, name, maxDiscountPercent, maxRefund, ...switches } = form;
  const limits = await enterLimits(ctx, { maxDiscountPercent, maxRefund });
  if (!limits.ok) return limits;
  const on = switches as Readonly<Record<string, "on" | undefined>>;
  return savePermissionSet(ctx, {
    key: key === "" ? null : key,
    name,
    permissions: GRANTABLE.filter((permission) => on[`may.${permission}`] === "on"),
    thresholds: { maxDiscountPercent: limits.value.maxDiscountPercent ?? "0", maxRefund: limits.value.maxRefund ?? null },
  });
}
