import { newId } from "@/kernel/id.ts";
import { accept, refuse, RefusedError, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { categoryOf } from "../postings/category-of.ts";
import { plantVariants } from "../postings/plant-variants.ts";
import { getFamily, type FamilyView } from "../queries/get-family.ts";
import { refuseDuplicate } from "../rules/refuse-duplicate.ts";
import type { CreateFamilyInput } from "../schema.ts";

/** A family and its variants, made together: each variant is a product of its own. */
export async function createFamily(ctx: Context, input: CreateFamilyInput): Promise<Result<FamilyView>> {
  if (input.variants.some(({ costPrice }) => costPrice != null) && !ctx.permissions.has("product.cost")) return refuse("forbidden");
  const family = { id: input.id ?? newId(ctx.now.getTime()), name: input.name, attributes: input.attributes };
  return ctx.transact(async (tx) => {
    await insertFamily(tx, ctx, family);
    const categoryId = await categoryOf(tx, input);
    await plantVariants(tx, ctx, family, input.variants, {
      ...(input.brand ? { brand: input.brand } : {}),
      ...(input.unit ? { unit: input.unit } : {}),
      ...(input.taxRate ? { taxRate: input.taxRate } : {}),
      ...(categoryId ? { categoryId } : {}),
    });
    await recordAudit(tx, ctx, { action: "product.create_variants", entity: "family", entityId: family.id, detail: { name: family.name, attributes: family.attributes, variants: input.variants.length } });
    const made = await getFamily(ctx, tx, family.id);
    return made ? accept(made) : refuse("not_found");
  });
}

async function insertFamily(tx: TenantTx, ctx: Context, { id, name, attributes }: { id: string; name: string; attributes: string[] }): Promise<void> {
  await tx.execute(sql`INSERT INTO product_family (id, name, attributes, created_at) VALUES (${id}, ${name}, ${attributes}::text[], ${ctx.now})`).catch((error: unknown) => {
    const refusal = refuseDuplicate(error);
    throw refusal ? new RefusedError(refusal) : error;
  });
}
