import { isUuid } from "@/kernel/id.ts";
import { accept, refuse } from "@/kernel/refusal.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { getSupplier } from "@/modules/suppliers/queries/get-supplier.ts";
import { updateSupplierSchema } from "@/modules/suppliers/schema.ts";
import { supplierAnswer } from "@/app/api/answers/supplier.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

export const GET = endpoint({
  summary: "A supplier",
  permission: "supplier.read",
  answer: supplierAnswer,
  run: async (ctx, { params }) => {
    const supplier = isUuid(params.id) ? await getSupplier(ctx.db, params.id) : null;
    return supplier ? accept(supplier) : refuse("not_found");
  },
});

export const PATCH = endpoint({
  summary: "Change a supplier",
  permission: "supplier.write",
  body: updateSupplierSchema,
  answer: supplierAnswer,
  refusals: ["supplier_taken", "tax_id_taken", "version_changed"],
  run: async (ctx, { params, body }) => (isUuid(params.id) ? saveSupplier(ctx, params.id, body) : refuse("not_found")),
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods("GET", "PATCH");
