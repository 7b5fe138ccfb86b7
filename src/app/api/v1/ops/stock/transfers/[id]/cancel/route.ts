import { cancelTransfer } from "@/modules/stock/commands/cancel-transfer.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { transferAnswer } from "@/app/api/answers/stock.ts";

export const POST = endpoint({
  summary: "Take a transfer back before anything left",
  permission: "stock.transfer",
  answer: transferAnswer,
  refusals: ["transfer_state", "location_not_yours", "idempotency_mismatch"],
  run: (ctx, { id }) => cancelTransfer(ctx, id),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
