import { accept, refuse, RefusedError, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { categoryOf } from "../postings/category-of.ts";
import { placeVariant } from "../postings/place-variant.ts";
import { writeBarcodes } from "../postings/write-barcodes.ts";
import { findKitUsing } from "../queries/find-kit-using.ts";
import { listCustomFields } from "../queries/list-custom-fields.ts";
import { getProduct } from "../queries/get-product.ts";
import type { ProductView } from "../queries/product-view.ts";
import { changeValues } from "../rules/custom-fields.ts";
import { refuseDuplicate } from "../rules/refuse-duplicate.ts";
import { tellChanges } from "../rules/tell-changes.ts";
import type { UpdateProductInput } from "../schema.ts";

/** Changes the given fields of a product; refused when somebody changed it since the `version` that was seen. */
export async function updateProduct(ctx: Context, id: string, { version, barcodes, sku, customFields, categoryId: givenId, categoryName, content, variant, ...others }: UpdateProductInput): Promise<Result<ProductView>> {
  if ((others.costPrice !== undefined || others.costCurrency !== undefined || others.targetMargin !== undefined) && !ctx.permissions.has("product.cost")) return refuse("forbidden");
  return ctx.transact(async (tx) => {
    await tx.rows(sql`SELECT FROM product WHERE id = ${id} FOR NO KEY UPDATE`);
    const before = await getProduct(ctx, tx, id);
    if (!before) return refuse("not_found");
    if (version !== undefined && version !== before.version) return refuse("version_changed");
    if (others.isActive && before.mergedIntoId !== null) return refuse("merge_gone");
    const kit = others.isActive === false ? await findKitUsing(tx, [id]) : null;
    if (kit !== null) return refuse("in_kit", { params: { name: kit } });
    const custom = customFields ? changeValues(await listCustomFields(tx), before.customFields, customFields) : null;
    if (custom?.wrong[0]) return refuse(custom.wrong[0].code, { fields: custom.wrong });
    const place = await placeVariant(tx, before, variant);
    if (!place.ok) return place;
    // A code cannot be taken away; a blank one leaves it as it is.
    const fields = { ...others, ...place.value, ...(sku ? { sku } : {}), ...(custom ? { customFields: custom.values } : {}), ...(content === undefined ? {} : { netContent: content?.amount ?? null, contentUnit: content?.unit ?? null }), categoryId: await categoryOf(tx, { categoryId: givenId, categoryName }) };
    try {
      await tx.product.updateMany({ where: { id }, data: { ...fields, version: before.version + 1, updatedAt: ctx.now } });
      if (barcodes) await writeBarcodes(tx, id, barcodes);
    } catch (error) {
      throw duplicateOf(error) ?? error;
    }
    const after = (await getProduct(ctx, tx, id))!;
    await recordAudit(tx, ctx, { action: "product.update", entity: "product", entityId: id, detail: tellChanges(before, after) });
    return accept(after);
  });
}

/** Prisma wraps the driver's error; the constraint's name is inside. */
function duplicateOf(error: unknown): RefusedError | null {
  const cause = (error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string; constraint?: { index?: string } } } } }).meta?.driverAdapterError?.cause;
  const refusal = refuseDuplicate(error) ?? refuseDuplicate({ code: cause?.originalCode, constraint: cause?.constraint?.index });
  return refusal ? new RefusedError(refusal) : null;
}
