import { dispatchTransfer } from "@/modules/stock/commands/dispatch-transfer.ts";
import { dispatchTransferSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { readOptionalBody } from "@/app/api/read-optional-body.ts";
import { transferAnswer } from "@/app/api/answers/stock.ts";

export const POST = endpoint({
  summary: "The goods of a transfer leave, all or part of them",
  permission: "stock.transfer",
  reads: { read: readOptionalBody },
  body: dispatchTransferSchema,
  answer: transferAnswer,
  refusals: ["transfer_state", "transfer_excess", "stock_short", "location_not_yours", "idempotency_mismatch"],
  run: (ctx, { id, body }) => dispatchTransfer(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
