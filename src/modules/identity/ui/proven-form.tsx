"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useState, type ComponentProps } from "react";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { ActionForm, type FormState } from "@/ui/form/action-form.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { proveAgainAction } from "../actions.ts";
import { START } from "./start.ts";

const HANDLES = ["proof_required"] as const;

/** An ActionForm whose action may want the password again: asks for it in place, then sends what was typed once more. */
export function ProvenForm(props: Omit<ComponentProps<typeof ActionForm>, "handles" | "after">) {
  return <ActionForm {...props} handles={HANDLES} after={(state, again) => <ProofDialog asked={state} again={again} />} />;
}

function ProofDialog({ asked, again }: { asked: FormState; again: () => void }) {
  const t = useTranslations("common.proof");
  const [state, prove] = useActionState(proveAgainAction, START);
  const [settled, setSettled] = useState<FormState | null>(null);
  const open = asked.code === "proof_required" && settled !== asked;

  // Each answer of the action is an object of its own: the form goes out once per proof.
  useEffect(() => {
    if (state.code !== "done") return;
    setSettled(asked);
    again();
  }, [state]);

  const error = state.errors[0]?.message;
  return (
    <Dialog open={open} onClose={() => setSettled(asked)} title={t("title")}>
      <form action={prove} noValidate className="flex flex-col gap-4">
        <p className="text-ink-2">{t("text")}</p>
        <TextInput id="proof-current" name="current" type="password" label={t("current")} hint={t("hint")} error={error} autoComplete="current-password" required />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => setSettled(asked)}>{t("cancel")}</Button>
          <SubmitButton pendingLabel={t("pending")}>{t("submit")}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
