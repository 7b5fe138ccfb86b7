import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { ProductView } from "../queries/product-view.ts";
import type { UpdateProductInput } from "../schema.ts";

/** As the product's row keeps it; empty: nothing is said. */
export type VariantPlace = { familyId: string | null; variantValues: string[] } | Record<never, never>;

/**
 * Where a product that exists goes among variants, or comes from. Its name, code, price and stock stay its own. Refuses one that is a variant of
 * another family, a value too few or too many, and values that a sibling has.
 */
export async function placeVariant(tx: TenantTx, product: ProductView, given: UpdateProductInput["variant"]): Promise<Result<VariantPlace>> {
  if (given === undefined) return accept({});
  if (given === null) return accept({ familyId: null, variantValues: [] });
  const { familyId, values } = given;
  if (product.variant && product.variant.familyId !== familyId) return refuseField("variant.familyId", "variant_elsewhere", { name: product.variant.familyName });
  if (product.mergedIntoId !== null) return refuse("merge_gone");
  const [family] = await tx.rows<{ attributes: string[] }>(sql`SELECT attributes FROM product_family WHERE id = ${familyId} FOR NO KEY UPDATE`);
  if (!family) return refuseField("variant.familyId", "not_found");
  if (values.length !== family.attributes.length) return refuseField("variant.values", "variant_incomplete");
  const twins = await tx.rows(sql`SELECT FROM product WHERE family_id = ${familyId} AND variant_values = ${values}::text[] AND id <> ${product.id} LIMIT 1`);
  return twins.length > 0 ? refuseField("variant.values", "variant_repeated") : accept({ familyId, variantValues: values });
}
