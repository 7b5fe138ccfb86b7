import { formatStyleOf } from "@/kernel/format-style.ts";
import { parseDecimal } from "@/kernel/parse-decimal.ts";
import { accept, refuse, type FieldRefusal, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { getProduct } from "../queries/get-product.ts";
import type { ProductView } from "../queries/product-view.ts";
import { createProductSchema, type ProductForm } from "../schema.ts";
import { createProduct } from "./create-product.ts";

/** Adds a product from the form: reads the numbers as the shop writes them, then as createProduct. The same form sent twice is one product. */
export async function enterProduct(ctx: Context, form: ProductForm): Promise<Result<ProductView>> {
  const known = await getProduct(ctx, ctx.db, form.id);
  if (known) return accept(known);
  const style = formatStyleOf(await getShop(ctx));
  const wrong: FieldRefusal[] = [];
  const read = (path: "salePrice" | "costPrice" | "initialStock", maxFraction: number): string | undefined => {
    if (form[path] === "") return undefined;
    const value = parseDecimal(form[path], { decimal: style.decimal, maxFraction });
    if (value === null) wrong.push({ path, code: "not_a_number" });
    else if (value.startsWith("-")) wrong.push({ path, code: "too_small", params: { min: 0 } });
    return value ?? undefined;
  };
  const numbers = { salePrice: read("salePrice", 4), costPrice: read("costPrice", 4), initialStock: read("initialStock", 3) };
  if (wrong.length > 0) return refuse("invalid", { fields: wrong });

  const parsed = createProductSchema.safeParse({ id: form.id, name: form.name, unit: form.unit, ...numbers, barcodes: form.barcode === "" ? [] : [form.barcode] });
  if (!parsed.success) return refuse("invalid", { fields: parsed.error.issues.map((issue) => ({ path: String(issue.path[0]), code: "too_large" })) });
  return createProduct(ctx, parsed.data);
}
