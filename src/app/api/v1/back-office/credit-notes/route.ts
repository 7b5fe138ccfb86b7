import { creditNoteAnswer, creditNotePageAnswer } from "@/app/api/answers/receipt.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { registerCreditNote } from "@/modules/purchases/commands/register-credit-note.ts";
import { listCreditNotes } from "@/modules/purchases/queries/get-credit-note.ts";
import { listCreditNotesSchema, registerCreditNoteSchema } from "@/modules/purchases/schema.ts";

export const GET = endpoint({
  summary: "Suppliers' credit notes, the newest first",
  permission: "purchase.read",
  query: listCreditNotesSchema,
  answer: creditNotePageAnswer,
  run: async (ctx, { query }) => accept(await listCreditNotes(ctx, query)),
});

export const POST = endpoint({
  summary: "Enter a supplier's credit note: less owed, less VAT to recover",
  permission: "purchase.write",
  body: registerCreditNoteSchema,
  answer: creditNoteAnswer,
  status: 201,
  refusals: ["credit_note_taken", "return_credited", "credit_excess", "payment_short", "idempotency_mismatch", "conflict"],
  run: (ctx, { body }) => registerCreditNote(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
