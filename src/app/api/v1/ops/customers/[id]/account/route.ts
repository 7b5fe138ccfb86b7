import { customerAccountAnswer } from "@/app/api/answers/customer.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { customerAccount } from "@/modules/customers/queries/customer-account.ts";
import { customerAccountSchema } from "@/modules/customers/schema.ts";

export const GET = endpoint({
  summary: "What a customer owes, and every entry that made it",
  permission: "customer.read",
  query: customerAccountSchema,
  answer: customerAccountAnswer,
  run: (ctx, { id, query }) => customerAccount(ctx, id, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
