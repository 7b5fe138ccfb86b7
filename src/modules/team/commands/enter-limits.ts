import { big } from "@/kernel/decimal.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { parseDecimal } from "@/kernel/parse-decimal.ts";
import { accept, refuse, type FieldRefusal, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { Thresholds } from "@/modules/tenancy/permissions.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";

export interface TypedLimits {
  /** As the shop writes numbers; empty leaves it to the set. */
  maxDiscountPercent: string;
  maxRefund: string;
}

const MOST: Readonly<Record<keyof TypedLimits, string>> = { maxDiscountPercent: "100", maxRefund: "999999999999" };

/** Reads the limits of a form as the shop writes its numbers. Absent in the answer where nothing was typed. */
export async function enterLimits(ctx: Context, typed: TypedLimits): Promise<Result<Partial<Thresholds>>> {
  const { decimal } = formatStyleOf(await getShop(ctx));
  const wrong: FieldRefusal[] = [];
  const limits: { maxDiscountPercent?: string; maxRefund?: string } = {};
  for (const path of ["maxDiscountPercent", "maxRefund"] as const) {
    if (typed[path].trim() === "") continue;
    const value = parseDecimal(typed[path].replace("%", ""), { decimal, maxFraction: 2 });
    if (value === null) wrong.push({ path, code: "not_a_number" });
    else if (value.startsWith("-")) wrong.push({ path, code: "too_small", params: { min: 0 } });
    else if (big(value).gt(MOST[path])) wrong.push({ path, code: "too_large", params: path === "maxDiscountPercent" ? { max: 100 } : {} });
    else limits[path] = value;
  }
  return wrong.length > 0 ? refuse("invalid", { fields: wrong }) : accept(limits);
}
