import { z } from "zod";
import { openUndo } from "@/modules/pricing/commands/open-undo.ts";
import { undoSchema } from "@/modules/pricing/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { readOptionalBody } from "@/app/api/read-optional-body.ts";

export const POST = endpoint({
  summary: "Undo a change of prices, whole or by slice; what was changed since is kept unless overwrite is true",
  permission: "price.change",
  reads: { read: readOptionalBody },
  body: undoSchema,
  answer: z.object({ id: z.uuid(), runId: z.uuid() }),
  status: 202,
  refusals: ["price_run_waiting", "conflict", "idempotency_mismatch"],
  run: (ctx, { id, body }) => openUndo(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
