"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { signOutAction } from "../actions.ts";
import { FailedAction } from "./failed-action.tsx";
import { START } from "./start.ts";

export function SignOutForm({ label, pendingLabel }: { label: string; pendingLabel: string }) {
  const [state, action] = useActionState(signOutAction, START);
  return (
    <form action={action} className="flex flex-col gap-2">
      <FailedAction state={state} />
      <SubmitButton tone="secondary" size="sm" pendingLabel={pendingLabel}>{label}</SubmitButton>
    </form>
  );
}
