import { returnAnswer } from "@/app/api/answers/receipt.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { cancelReturn } from "@/modules/purchases/commands/cancel-return.ts";
import { cancelSchema } from "@/modules/purchases/schema.ts";

export const POST = endpoint({
  summary: "Cancel a return that has no credit note by opposite entries",
  permission: "purchase.write",
  body: cancelSchema,
  answer: returnAnswer,
  refusals: ["return_cancelled", "return_credited"],
  run: (ctx, { id, body }) => cancelReturn(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
