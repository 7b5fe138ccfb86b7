import { creditNoteAnswer } from "@/app/api/answers/receipt.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { cancelCreditNote } from "@/modules/purchases/commands/cancel-credit-note.ts";
import { cancelSchema } from "@/modules/purchases/schema.ts";

export const POST = endpoint({
  summary: "Cancel a credit note by opposite entries",
  permission: "purchase.write",
  body: cancelSchema,
  answer: creditNoteAnswer,
  refusals: ["credit_note_cancelled"],
  run: (ctx, { id, body }) => cancelCreditNote(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
