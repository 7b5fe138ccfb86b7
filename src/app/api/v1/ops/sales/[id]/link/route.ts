import { z } from "zod";
import { linkAnswer } from "@/app/api/answers/link.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { readOptionalBody } from "@/app/api/read-optional-body.ts";
import { makeReceiptLink, revokeReceiptLink } from "@/modules/sales/commands/make-receipt-link.ts";
import { receiptLinkSchema } from "@/modules/sales/schema.ts";

export const POST = endpoint({
  summary: "A link by which the customer sees the receipt without an account; the one before opens nothing any more",
  permission: "sale.register",
  reads: { read: readOptionalBody },
  body: receiptLinkSchema,
  answer: linkAnswer,
  status: 201,
  run: (ctx, { id, body }) => makeReceiptLink(ctx, id, body),
});

export const DELETE = endpoint({
  summary: "The customer's link opens nothing from now on",
  permission: "sale.register",
  answer: z.null(),
  status: 204,
  run: (ctx, { id }) => revokeReceiptLink(ctx, id),
});

export const { GET, HEAD, PUT, PATCH, OPTIONS } = otherMethods("POST", "DELETE");
