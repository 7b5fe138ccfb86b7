"use server";

import { accept } from "@/kernel/refusal.ts";
import { defineAction } from "@/modules/tenancy/define-action.ts";
import { customerAnswer, customersAnswer } from "./answers.ts";
import { saveCustomerForm } from "./commands/save-customer.ts";
import { listCustomers } from "./queries/list-customers.ts";
import { customerForm, listCustomersSchema } from "./schema.ts";

export const saveCustomerAction = defineAction({ permission: "customer.write", schema: customerForm, answer: customerAnswer, run: saveCustomerForm });

/** For the picker of a till: the first ones that fit. */
export const findCustomersAction = defineAction({
  permission: "customer.read",
  schema: listCustomersSchema,
  answer: customersAnswer,
  run: async (ctx, input) => {
    const found = await listCustomers(ctx, input);
    return found.ok ? accept(found.value.items) : found;
  },
});
