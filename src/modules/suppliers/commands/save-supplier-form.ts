import { formatStyleOf } from "@/kernel/format-style.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { parseInput } from "@/platform/parse-input.ts";
import { getSupplier } from "../queries/get-supplier.ts";
import type { SupplierView } from "../queries/supplier-view.ts";
import { readTyped } from "../rules/read-typed.ts";
import { updateSupplierSchema, type SupplierForm } from "../schema.ts";
import { saveSupplier } from "./save-supplier.ts";

/** Adds or changes a supplier from its form; a form sent twice is one supplier. */
export async function saveSupplierForm(ctx: Context, { id, version, freightPercent, leadDays, minOrder, ...words }: SupplierForm): Promise<Result<SupplierView>> {
  const known = version === null ? await getSupplier(ctx.db, id) : null;
  if (known) return accept(known);
  const { decimal } = formatStyleOf(await getShop(ctx));
  const read = readTyped({ freightPercent, leadDays, minOrder }, decimal);
  if (read.wrong.length > 0) return refuse("invalid", { fields: read.wrong });
  const values = { ...words, freightPercent: read.values.freightPercent ?? "0", leadDays: read.values.leadDays === null ? null : Number(read.values.leadDays), minOrder: read.values.minOrder };
  const input = parseInput(updateSupplierSchema, { ...values, ...(version === null ? {} : { version }) });
  return input.ok ? saveSupplier(ctx, version === null ? null : id, input.value, id) : input;
}
