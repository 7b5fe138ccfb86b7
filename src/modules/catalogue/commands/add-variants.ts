import type { Decimal } from "@/kernel/decimal.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { plantVariants } from "../postings/plant-variants.ts";
import { getFamily, type FamilyView } from "../queries/get-family.ts";
import type { VariantInput } from "../schema.ts";

interface Sibling {
  brand: string | null;
  unit: string;
  taxRate: Decimal;
  categoryId: string | null;
}

/** More variants of a family; what is common to all they take from the eldest. */
export async function addVariants(ctx: Context, familyId: string, variants: readonly VariantInput[]): Promise<Result<FamilyView>> {
  if (variants.some(({ costPrice }) => costPrice != null) && !ctx.permissions.has("product.cost")) return refuse("forbidden");
  return ctx.transact(async (tx) => {
    const [family] = await tx.rows<{ id: string; name: string; attributes: string[] }>(sql`SELECT id, name, attributes FROM product_family WHERE id = ${familyId} FOR NO KEY UPDATE`);
    if (!family) return refuse("not_found");
    const [eldest] = await tx.rows<Sibling>(sql`
      SELECT brand, unit, tax_rate AS "taxRate", category_id AS "categoryId" FROM product WHERE family_id = ${familyId} ORDER BY created_at, id LIMIT 1`);
    await plantVariants(tx, ctx, family, variants, eldest ? { unit: eldest.unit, taxRate: eldest.taxRate, ...(eldest.brand ? { brand: eldest.brand } : {}), ...(eldest.categoryId ? { categoryId: eldest.categoryId } : {}) } : {});
    const saved = await getFamily(ctx, tx, familyId);
    return saved ? accept(saved) : refuse("not_found");
  });
}
