import { grantAnswer } from "@/app/api/answers/sale.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { giveApproval } from "@/modules/sales/commands/give-approval.ts";
import { giveApprovalSchema } from "@/modules/sales/schema.ts";

export const POST = endpoint({
  summary: "A second member allows with their PIN what is beyond the caller's limits; the grant serves one document",
  permission: "sale.register",
  body: giveApprovalSchema,
  answer: grantAnswer,
  status: 201,
  refusals: ["pin_wrong", "approval_own", "approval_short"],
  run: (ctx, { body }) => giveApproval(ctx, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
