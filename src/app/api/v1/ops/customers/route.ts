import { customerAnswer, customerPageAnswer } from "@/app/api/answers/customer.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { saveCustomer } from "@/modules/customers/commands/save-customer.ts";
import { listCustomers } from "@/modules/customers/queries/list-customers.ts";
import { createCustomerSchema, listCustomersSchema } from "@/modules/customers/schema.ts";

export const GET = endpoint({
  summary: "Customers by name",
  permission: "customer.read",
  query: listCustomersSchema,
  answer: customerPageAnswer,
  run: (ctx, { query }) => listCustomers(ctx, query),
});

export const POST = endpoint({
  summary: "Add a customer",
  permission: "customer.write",
  body: createCustomerSchema,
  answer: customerAnswer,
  status: 201,
  refusals: ["not_found", "document_taken", "tax_id_invalid", "conflict", "idempotency_mismatch"],
  run: (ctx, { body: { id, ...customer } }) => saveCustomer(ctx, null, customer, id),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
