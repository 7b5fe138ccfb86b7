import { accept } from "@/kernel/refusal.ts";
import { requestTransfer } from "@/modules/stock/commands/request-transfer.ts";
import { listTransfers } from "@/modules/stock/queries/list-transfers.ts";
import { listTransfersSchema, requestTransferSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { transferAnswer, transferPageAnswer } from "@/app/api/answers/stock.ts";

export const GET = endpoint({
  summary: "Transfers between places, the newest first",
  permission: "stock.read",
  query: listTransfersSchema,
  answer: transferPageAnswer,
  run: async (ctx, { query }) => accept(await listTransfers(ctx, query)),
});

export const POST = endpoint({
  summary: "Ask one place for goods for another",
  permission: "stock.transfer",
  body: requestTransferSchema,
  answer: transferAnswer,
  status: 201,
  refusals: ["location_same", "product_unknown", "product_repeated", "quantity_not_fractional", "location_closed", "location_not_yours", "idempotency_mismatch"],
  run: (ctx, { body }) => requestTransfer(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
