"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { PasswordInput } from "@/ui/password-input.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { signInAction } from "../actions.ts";
import { START } from "./start.ts";

interface SignInFormProps {
  /** Path of ours to go on to. */
  next: string | null;
  words: Readonly<Record<"email" | "password" | "show" | "hide" | "submit" | "pending" | "formErrors", string>>;
}

/** Posts without JavaScript too; the e-mail stays in its field, the password never does. */
export function SignInForm({ next, words }: SignInFormProps) {
  const [state, action] = useActionState(signInAction, START);
  const errorOf = (id: string) => state.errors.find((error) => error.id === id)?.message;
  return (
    <form action={action} noValidate className="flex flex-col gap-4">
      <FormErrors title={words.formErrors} errors={state.errors} />
      <input type="hidden" name="next" value={state.values.next ?? next ?? ""} />
      <TextInput label={words.email} name="email" type="email" autoComplete="username" inputMode="email" defaultValue={state.values.email} error={errorOf("email")} autoFocus required />
      <PasswordInput label={words.password} name="password" autoComplete="current-password" showLabel={words.show} hideLabel={words.hide} error={errorOf("password")} required />
      <SubmitButton block size="lg" pendingLabel={words.pending}>{words.submit}</SubmitButton>
    </form>
  );
}
