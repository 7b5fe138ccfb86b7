import { refuseField, type Refusal } from "@/kernel/refusal.ts";

/** The refusal behind a unique or foreign key of the catalogue; null when the error is something else, and a defect. */
export function refuseDuplicate(error: unknown): Refusal | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === "23505" && constraint === "product_tenant_id_sku_key") return refuseField("sku", "sku_taken");
  if (code === "23505" && constraint === "product_barcode_pkey") return refuseField("barcodes", "barcode_taken");
  if (code === "23505" && (constraint === "product_pkey" || constraint === "category_pkey")) return refuseField("id", "conflict");
  if (code === "23505" && constraint === "category_tenant_id_name_key") return refuseField("name", "category_taken");
  if (code === "23503" && constraint === "product_tenant_id_category_id_fkey") return refuseField("categoryId", "not_found");
  if (code === "23505" && constraint === "product_family_tenant_id_name_key") return refuseField("name", "family_taken");
  if (code === "23505" && constraint === "product_family_pkey") return refuseField("id", "conflict");
  if (code === "23505" && constraint === "product_variant") return refuseField("variants", "variant_repeated");
  if (code === "23505" && constraint === "custom_field_tenant_id_name_key") return refuseField("fields", "field_taken");
  return null;
}
