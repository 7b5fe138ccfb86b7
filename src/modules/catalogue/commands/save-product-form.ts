import { formatStyleOf } from "@/kernel/format-style.ts";
import { accept, refuse, type FieldRefusal, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { parseInput } from "@/platform/parse-input.ts";
import { findCodeOwners } from "../queries/find-code-owners.ts";
import { listCustomFields } from "../queries/list-custom-fields.ts";
import { getProduct } from "../queries/get-product.ts";
import type { ProductView } from "../queries/product-view.ts";
import { readFieldForm } from "../rules/custom-fields.ts";
import { readProductForm } from "../rules/read-product-form.ts";
import { createProductSchema, updateProductSchema, type ProductForm } from "../schema.ts";
import { createProduct } from "./create-product.ts";
import { updateProduct } from "./update-product.ts";

/** Adds or changes a product from its form, as createProduct and updateProduct do; a code that is taken is told with its owner. */
export async function saveProductForm(ctx: Context, form: ProductForm): Promise<Result<ProductView>> {
  const { id, version } = form;
  const known = version === null ? await getProduct(ctx, ctx.db, id) : null;
  if (known) return accept(known);
  const [shop, fields] = await Promise.all([getShop(ctx), listCustomFields(ctx.db)]);
  const { decimal } = formatStyleOf(shop);
  const read = readProductForm({ ...form, customFields: readFieldForm(fields, form.customFields, decimal) as ProductForm["customFields"] }, decimal);
  if (read.wrong.length > 0) return refuse("invalid", { fields: read.wrong });
  const taken = await takenCodes(ctx, form);
  if (taken.length > 0) return refuse(taken[0]!.code, { params: taken[0]!.params, fields: taken });
  if (version === null) {
    const input = parseInput(createProductSchema, { ...read.values, id });
    return input.ok ? createProduct(ctx, input.value) : input;
  }
  const { initialStock: _ofNewOnly, ...values } = read.values;
  const input = parseInput(updateProductSchema, { ...values, version });
  return input.ok ? updateProduct(ctx, id, input.value) : input;
}

async function takenCodes(ctx: Context, { id, sku, barcodes }: ProductForm): Promise<FieldRefusal[]> {
  const owners = await findCodeOwners(ctx, { sku: sku ?? null, barcodes: barcodes.map(({ code }) => code), exceptId: id });
  return [
    ...owners.filter(({ kind }) => kind === "sku").map(({ name }) => ({ path: "sku", code: "sku_taken" as const, params: { name } })),
    ...owners
      .filter(({ kind }) => kind === "barcode")
      .map(({ name, place }) => ({ path: `barcodes.${place}.code`, code: "barcode_taken" as const, params: { name } })),
  ];
}
