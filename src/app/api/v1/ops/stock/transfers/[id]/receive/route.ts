import { receiveTransfer } from "@/modules/stock/commands/receive-transfer.ts";
import { receiveTransferSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { readOptionalBody } from "@/app/api/read-optional-body.ts";
import { transferAnswer } from "@/app/api/answers/stock.ts";

export const POST = endpoint({
  summary: "The goods of a transfer arrive, all or part of them; with close the rest is given up",
  permission: "stock.transfer",
  reads: { read: readOptionalBody },
  body: receiveTransferSchema,
  answer: transferAnswer,
  refusals: ["transfer_state", "transfer_excess", "location_not_yours", "idempotency_mismatch"],
  run: (ctx, { id, body }) => receiveTransfer(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
