import { refuseField, type Refusal } from "@/kernel/refusal.ts";

/** The refusal behind a unique key of this room; null when the error is something else, and a defect. */
export function refuseDuplicate(error: unknown): Refusal | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== "23505") return null;
  if (constraint === "supplier_tenant_id_name_key") return refuseField("name", "supplier_taken");
  if (constraint === "supplier_tenant_id_tax_id_key") return refuseField("taxId", "tax_id_taken");
  if (constraint === "supplier_product_tenant_id_supplier_id_code_key") return refuseField("code", "supplier_code_taken");
  return constraint === "supplier_pkey" ? refuseField("id", "conflict") : null;
}
