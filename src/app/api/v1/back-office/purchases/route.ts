import { purchaseAnswer, purchasePageAnswer } from "@/app/api/answers/purchase.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { registerPurchase } from "@/modules/purchases/commands/register-purchase.ts";
import { listPurchases } from "@/modules/purchases/queries/list-purchases.ts";
import { listPurchasesSchema, registerPurchaseSchema } from "@/modules/purchases/schema.ts";

export const GET = endpoint({
  summary: "Suppliers' bills, the newest paper first; those to be paid by the day on which they are due",
  permission: "purchase.read",
  query: listPurchasesSchema,
  answer: purchasePageAnswer,
  run: (ctx, { query }) => listPurchases(ctx, query),
});

export const POST = endpoint({
  summary: "Enter a supplier's bill: goods in, costs, VAT to recover and what is owed",
  permission: "purchase.write",
  body: registerPurchaseSchema,
  answer: purchaseAnswer,
  status: 201,
  refusals: ["product_unknown", "purchase_taken", "weight_missing", "bill_total_differs", "idempotency_mismatch", "conflict"],
  run: (ctx, { body }) => registerPurchase(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
