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
  run: async (ctx, { id }) => {
    const supplier = await getSupplier(ctx.db, id);
    return supplier ? accept(supplier) : refuse("not_found");
  },
});

export const PATCH = endpoint({
  summary: "Change a supplier",
  permission: "supplier.write",
  body: updateSupplierSchema,
  answer: supplierAnswer,
  refusals: ["supplier_taken", "tax_id_taken", "version_changed"],
  run: (ctx, { id, body }) => saveSupplier(ctx, id, body),
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods("GET", "PATCH");
