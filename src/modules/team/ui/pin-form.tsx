"use client";

import { ActionForm } from "@/ui/form/action-form.tsx";
import { TextField } from "@/ui/form/fields.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { enterByPinAction } from "../actions.ts";
import { PIN_INPUT } from "./pin-input.ts";

export type PinWords = Readonly<Record<"pin" | "enter" | "entering" | "formErrors", string>>;

/** Who stands at the till types their PIN and Enter. Posts without JavaScript too. */
export function PinForm({ shop, words }: { shop: string; words: PinWords }) {
  return (
    <ActionForm action={enterByPinAction} hidden={{ shop }} errorsTitle={words.formErrors}>
      <TextField name="pin" label={words.pin} {...PIN_INPUT} autoComplete="one-time-code" autoFocus required />
      <SubmitButton block size="lg" pendingLabel={words.entering}>{words.enter}</SubmitButton>
    </ActionForm>
  );
}
