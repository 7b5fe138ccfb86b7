import { z } from "zod";
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
  run: (ctx, { id, query }) => listSupplierProducts(ctx, id, query),
});

export const POST = endpoint({
  summary: "Write what a supplier calls products and asks for them; a main supplier's price becomes the cost",
  permission: "supplier.write",
  body: supplierProductsSchema,
  answer: z.object({ productIds: z.array(z.uuid()) }),
  refusals: ["product_unknown", "supplier_code_taken", "conflict", "forbidden", "idempotency_mismatch"],
  run: (ctx, { id, body }) => saveSupplierProducts(ctx, id, body.items),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
