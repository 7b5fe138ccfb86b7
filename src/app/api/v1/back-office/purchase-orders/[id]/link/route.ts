import { linkAnswer } from "@/app/api/answers/link.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { readOptionalBody } from "@/app/api/read-optional-body.ts";
import { makeOrderLink, revokeOrderLink } from "@/modules/ordering/commands/make-order-link.ts";
import { linkSchema } from "@/modules/ordering/schema.ts";
import { z } from "zod";

export const POST = endpoint({
  summary: "A link by which the supplier sees the order without an account; the one before opens nothing any more",
  permission: "purchase.write",
  reads: { read: readOptionalBody },
  body: linkSchema,
  answer: linkAnswer,
  status: 201,
  refusals: ["purchase_order_state"],
  run: (ctx, { id, body }) => makeOrderLink(ctx, id, body),
});

export const DELETE = endpoint({
  summary: "The supplier's link opens nothing from now on",
  permission: "purchase.write",
  answer: z.null(),
  status: 204,
  run: (ctx, { id }) => revokeOrderLink(ctx, id),
});

export const { GET, HEAD, PUT, PATCH, OPTIONS } = otherMethods("POST", "DELETE");
