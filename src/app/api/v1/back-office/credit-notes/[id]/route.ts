import { creditNoteAnswer } from "@/app/api/answers/receipt.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept, refuse } from "@/kernel/refusal.ts";
import { getCreditNote } from "@/modules/purchases/queries/get-credit-note.ts";

export const GET = endpoint({
  summary: "A supplier's credit note",
  permission: "purchase.read",
  answer: creditNoteAnswer,
  run: async (ctx, { id }) => {
    const known = await getCreditNote(ctx.db, id);
    return known ? accept(known.view) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
