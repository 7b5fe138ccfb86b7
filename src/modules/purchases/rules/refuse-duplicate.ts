import { refuseField, type Refusal } from "@/kernel/refusal.ts";

/** The refusal behind a unique key of this room; null when the error is something else, and a defect. */
export function refuseDuplicate(error: unknown): Refusal | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== "23505") return null;
  if (constraint === "purchase_number_pkey") return refuseField("number", "purchase_taken");
  if (constraint === "credit_note_number_pkey") return refuseField("number", "credit_note_taken");
  // One statement writes the document: whichever of its tables is reached first refuses.
  return constraint !== undefined && /^(purchase|purchase_line|purchase_tax|supplier_payment|credit_note|credit_note_tax)_pkey$/.test(constraint) ? refuseField("id", "conflict") : null;
}
