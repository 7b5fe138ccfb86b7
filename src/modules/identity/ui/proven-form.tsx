"use client";

import { useEffect, type ComponentProps } from "react";
import { ActionForm, type FormState } from "@/ui/form/action-form.tsx";
import { askProof } from "./ask-proof.ts";

const HANDLES = ["proof_required"] as const;

/** An ActionForm whose action may want the password again: asks for it in place, then sends what was typed once more. */
export function ProvenForm(props: Omit<ComponentProps<typeof ActionForm>, "handles" | "after">) {
  return <ActionForm {...props} handles={HANDLES} after={(state, again) => <SendAgain asked={state} again={again} />} />;
}

/** Each answer of the action is an object of its own: the form goes out once per proof. */
function SendAgain({ asked, again }: { asked: FormState; again: () => void }) {
  useEffect(() => {
    if (asked.code === "proof_required") void askProof().then((isProved) => isProved && again());
  }, [asked]);
  return null;
}
