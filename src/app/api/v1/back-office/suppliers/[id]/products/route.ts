import { z } from "zod";
import { isUuid } from "@/kernel/id.ts";
import { refuse } from "@/kernel/refusal.ts";
import { saveSupplierProducts } from "@/modules/suppliers/commands/save-supplier-products.ts";
import { listSupplierProducts } from "@/modules/suppliers/queries/list-supplier-products.ts";
import { listSupplierProductsSchema, supplierProductsSchema } from "@/modules/suppliers/schema.ts";
import { supplierProductListAnswer } from "@/app/api/answers/supplier.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

export const GET = endpoint({
  summary: "What a supplier sells, by name",
  permission: "supplier.read",
  query: listSupplierProductsSchema,
  answer: supplierProductListAnswer,
  run: async (ctx, { params, query }) => (isUuid(params.id) ? listSupplierProducts(ctx, params.id, query) : refuse("not_found")),
});

export const POST = endpoint({
  summary: "Write what a supplier calls products and asks for them; a main supplier's price becomes the cost",
  permission: "supplier.write",
  body: supplierProductsSchema,
  answer: z.object({ productIds: z.array(z.uuid()) }),
  refusals: ["product_unknown", "supplier_code_taken", "conflict", "forbidden", "idempotency_mismatch"],
  run: async (ctx, { params, body }) => (isUuid(params.id) ? saveSupplierProducts(ctx, params.id, body.items) : refuse("not_found")),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
