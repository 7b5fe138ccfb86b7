"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { proveAgainAction } from "../actions.ts";
import { settleProof } from "./ask-proof.ts";
import { START } from "./start.ts";

/** Step-up in place: over whatever the person was doing, which stays as it is. */
export function ProofDialog() {
  const t = useTranslations("common.proof");
  const [state, prove] = useActionState(proveAgainAction, START);
  useEffect(() => {
    if (state.code === "done") settleProof(true);
  }, [state]);
  const goBack = (): void => settleProof(false);
  return (
    <Dialog open onClose={goBack} title={t("title")}>
      <form action={prove} noValidate className="flex flex-col gap-4">
        <p className="text-ink-2">{t("text")}</p>
        <TextInput id="proof-current" name="current" type="password" label={t("current")} hint={t("hint")} error={state.errors[0]?.message} autoComplete="current-password" required />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={goBack}>{t("cancel")}</Button>
          <SubmitButton pendingLabel={t("pending")}>{t("submit")}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
