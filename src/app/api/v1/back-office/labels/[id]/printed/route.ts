import { z } from "zod";
import { markPrinted } from "@/modules/labels/commands/mark-printed.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

export const POST = endpoint({
  summary: "Say that a batch came out of the printer: from now on its prices stand on the shelf",
  permission: "label.print",
  answer: z.object({ products: z.int() }),
  refusals: ["idempotency_mismatch"],
  run: (ctx, { id }) => markPrinted(ctx, id),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
