import { formatStyleOf } from "@/kernel/format-style.ts";
import { refuse, type Refusal, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { parseInput } from "@/platform/parse-input.ts";
import { readTyped } from "../rules/read-typed.ts";
import { supplierProductsSchema, type SupplierLineForm } from "../schema.ts";
import { saveSupplierProducts } from "./save-supplier-products.ts";

/** One line of a supplier's list, as a person typed it. An empty price leaves the price as it is. */
export async function saveSupplierLine(ctx: Context, { supplierId, sku, code, listPrice, packSize, isMain }: SupplierLineForm): Promise<Result<{ productIds: string[] }>> {
  const read = readTyped({ listPrice, packSize }, formatStyleOf(await getShop(ctx)).decimal);
  if (read.wrong.length > 0) return refuse("invalid", { fields: read.wrong });
  const { values } = read;
  const line = { sku, code: code || null, ...(values.listPrice === null ? {} : { listPrice: values.listPrice }), ...(values.packSize === null ? {} : { packSize: values.packSize }), ...(isMain ? { isMain } : {}) };
  const input = parseInput(supplierProductsSchema, { items: [line] });
  if (!input.ok) return inForm(input);
  const saved = await saveSupplierProducts(ctx, supplierId, input.value.items);
  return saved.ok ? saved : inForm(saved);
}

/** "items.0.sku" is the form's "sku". */
function inForm(refusal: Refusal): Refusal {
  return { ...refusal, fields: refusal.fields?.map((field) => ({ ...field, path: field.path.replace(/^items\.0\./, "") })) };
}
