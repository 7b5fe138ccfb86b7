import { customerAnswer } from "@/app/api/answers/customer.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept, refuse } from "@/kernel/refusal.ts";
import { saveCustomer } from "@/modules/customers/commands/save-customer.ts";
import { getCustomer } from "@/modules/customers/queries/list-customers.ts";
import { updateCustomerSchema } from "@/modules/customers/schema.ts";

export const GET = endpoint({
  summary: "A customer",
  permission: "customer.read",
  answer: customerAnswer,
  run: async (ctx, { id }) => {
    const customer = await getCustomer(ctx.db, id);
    return customer ? accept(customer) : refuse("not_found");
  },
});

export const PATCH = endpoint({
  summary: "Change a customer",
  permission: "customer.write",
  body: updateCustomerSchema,
  answer: customerAnswer,
  refusals: ["document_taken", "tax_id_invalid", "version_changed", "customer_required"],
  run: (ctx, { id, body }) => saveCustomer(ctx, id, body),
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods("GET", "PATCH");
