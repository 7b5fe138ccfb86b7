import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { listSuppliers } from "@/modules/suppliers/queries/list-suppliers.ts";
import { createSupplierSchema, listSuppliersSchema } from "@/modules/suppliers/schema.ts";
import { supplierAnswer, supplierListAnswer } from "@/app/api/answers/supplier.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

export const GET = endpoint({
  summary: "Suppliers by name",
  permission: "supplier.read",
  query: listSuppliersSchema,
  answer: supplierListAnswer,
  run: (ctx, { query }) => listSuppliers(ctx, query),
});

export const POST = endpoint({
  summary: "Add a supplier",
  permission: "supplier.write",
  body: createSupplierSchema,
  answer: supplierAnswer,
  status: 201,
  refusals: ["supplier_taken", "tax_id_taken", "conflict", "idempotency_mismatch"],
  run: (ctx, { body: { id, ...supplier } }) => saveSupplier(ctx, null, supplier, id),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
