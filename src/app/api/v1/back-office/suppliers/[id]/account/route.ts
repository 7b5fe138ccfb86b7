import { supplierAccountAnswer } from "@/app/api/answers/purchase.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { supplierAccount } from "@/modules/purchases/queries/supplier-account.ts";
import { supplierAccountSchema } from "@/modules/purchases/schema.ts";

export const GET = endpoint({
  summary: "A supplier's account: what is owed, and every entry that made it",
  permission: "purchase.read",
  query: supplierAccountSchema,
  answer: supplierAccountAnswer,
  run: (ctx, { id, query }) => supplierAccount(ctx, id, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
